import type { Scenario } from "./scenario.ts";
import { DELAY_MS, wait, does, accepts, listens, connects } from "./steps.ts";

export const loopback: Scenario = {
  id: "loopback",
  title: "Both ends on one machine",
  question: "Who can reach this server?",
  notice: [
    "Both ends of the connection are rows of the same table: 127.0.0.1:8080 and the client's ephemeral port, once in each direction.",
    "With the listener that makes three rows for one conversation.",
    "The segments never leave the machine, and no other machine sees them.",
    "No cable and no plug has a part in it: 8080 is a number in each segment.",
  ],
  disproves: ["listen-becomes-established", "port-is-hardware"],
  trace: null,
  simulation: {
    hosts: {
      B: { addresses: ["10.0.0.2"] },
    },
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080, { address: "127.0.0.1" }),
      ...connects("B", "client", "127.0.0.1", 8080),
      accepts("B", "listener", "server"),
      does("B", "send", "client", "hello"),
      wait(100),
      does("B", "recv", "server", 100),
    ],
  },
};
