import type { Scenario } from "./scenario.ts";
import { DELAY_MS, does, makes } from "./steps.ts";

export const listenWithoutBind: Scenario = {
  id: "listen-without-bind",
  title: "A server without bind()",
  question: "Who can reach this server?",
  notice: [
    "listen() without bind() works. The system chooses an ephemeral port, here and wherever a program binds to port 0.",
    "The server works, but its clients would have to guess the number.",
  ],
  disproves: ["bind-before-listen", "port-zero", "bound-at-creation", "ephemeral-49152"],
  trace: "25-bind-conflicts",
  simulation: {
    hosts: {
      B: { addresses: ["10.0.0.2"] },
    },
    delayMs: DELAY_MS,
    steps: [
      makes("B", "listener"),
      does("B", "getsockname", "listener"),
      does("B", "listen", "listener", 5),
      does("B", "getsockname", "listener"),
      makes("B", "zero"),
      does("B", "bind", "zero", "0.0.0.0", 0),
      does("B", "getsockname", "zero"),
    ],
  },
};
