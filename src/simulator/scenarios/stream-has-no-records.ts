import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, CONNECTED } from "./steps.ts";

export const streamHasNoRecords: Scenario = {
  id: "stream-has-no-records",
  title: "Two sends, one receive",
  question: "How does a connection open and close?",
  notice: [
    "A sends twice. B reads once and gets all six bytes in one piece.",
    "TCP carries a stream of bytes. Where one message ends is for the two programs to agree on.",
  ],
  disproves: ["send-equals-recv"],
  trace: null,
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      does("A", "send", "client", "one"),
      does("A", "send", "client", "two"),
      SOON,
      does("B", "recv", "server", 100),
    ],
  },
};
