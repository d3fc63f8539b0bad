import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, CONNECTED } from "./steps.ts";

export const abortWithLingerZero: Scenario = {
  id: "abort-with-linger-zero",
  title: "Hanging up without goodbye",
  question: "How does a connection open and close?",
  notice: [
    "With SO_LINGER on and zero seconds, close() sends RST instead of FIN.",
    "There is no TIME-WAIT: both rows are gone at once.",
    "B did nothing wrong and still gets ECONNRESET, and after that EPIPE.",
  ],
  disproves: ["close-sends-fin"],
  trace: "13-linger0-abort",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      does("A", "setsockopt", "client", "SO_LINGER", 0),
      does("A", "close", "client"),
      SOON,
      does("B", "recv", "server", 100),
      does("B", "send", "server", "hello?"),
    ],
  },
};
