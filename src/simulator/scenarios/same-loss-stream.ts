import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, tries, CONNECTED } from "./steps.ts";

export const sameLossStream: Scenario = {
  id: "same-loss-stream",
  title: "The second message is lost: a stream",
  question: "How do the three socket types differ?",
  notice: [
    "A sends three messages, and the wire loses the second one.",
    "B's kernel does not acknowledge it, so A's kernel sends it again. No program had to ask.",
    "What came behind the gap waits in B's kernel until the gap is filled. Then B's program reads everything, in order.",
    "One recv() gives all of it. A stream keeps the order of the bytes, but not where one message ended.",
  ],
  disproves: ["send-equals-recv"],
  trace: null,
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      { wire: "drop", match: "A>B data", nth: 2 },
      does("A", "send", "client", "one"),
      wait(100),
      does("A", "send", "client", "two"),
      wait(100),
      does("A", "send", "client", "three"),
      wait(1000),
      does("B", "recv", "server", 100),
      tries("B", "recv", "server", 100),
    ],
  },
};
