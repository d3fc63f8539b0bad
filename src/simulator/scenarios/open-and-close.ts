import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, SOON, does, accepts, listens, connects } from "./steps.ts";

export const openAndClose: Scenario = {
  id: "open-and-close",
  title: "A connection, from the first SYN to TIME-WAIT",
  question: "How does a connection open and close?",
  notice: [
    "The listener stays in LISTEN. The connection is a row of its own beside it.",
    "B's row goes from SYN-RECEIVED to ESTABLISHED before the program has called accept(). The kernel completes the handshake by itself.",
    "SYN and FIN each take one sequence number: five bytes of data are numbers 1 to 5, and the next is 6.",
    "The side that closes first, here A, is the one that ends in TIME-WAIT.",
  ],
  disproves: ["listen-becomes-established", "syn-has-no-number", "accept-new-port"],
  trace: "01-open-data-client-close",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080),
      ...connects("A", "client", "10.0.0.2", 8080),
      wait(100),
      accepts("B", "listener", "server"),
      does("A", "send", "client", "hello"),
      SOON,
      does("B", "recv", "server", 100),
      does("B", "send", "server", "HI!"),
      SOON,
      does("A", "recv", "client", 100),
      does("A", "close", "client"),
      SOON,
      does("B", "recv", "server", 100),
      does("B", "close", "server"),
      SOON,
    ],
  },
};
