import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, CONNECTED } from "./steps.ts";

export const halfClose: Scenario = {
  id: "half-close",
  title: "One direction ends, the other goes on",
  question: "How does a connection open and close?",
  notice: [
    "shutdown() for writing sends the FIN but keeps the socket. A has said its last word and still listens.",
    "A waits in FIN-WAIT-2 while B, in CLOSE-WAIT, sends as much as it likes.",
    "A's own send() now fails with EPIPE.",
    "B's close() sends the second FIN. Only then is the connection over.",
  ],
  disproves: ["close-ends-both"],
  trace: "05-half-close",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      does("A", "send", "client", "request"),
      does("A", "shutdown", "client", "SHUT_WR"),
      SOON,
      does("A", "send", "client", "more"),
      does("B", "recv", "server", 100),
      does("B", "recv", "server", 100),
      does("B", "send", "server", "part1"),
      SOON,
      does("A", "recv", "client", 100),
      does("B", "send", "server", "part2"),
      SOON,
      does("A", "recv", "client", 100),
      does("B", "close", "server"),
      SOON,
      does("A", "recv", "client", 100),
      does("A", "close", "client"),
    ],
  },
};
