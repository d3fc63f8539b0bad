import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, CONNECTED } from "./steps.ts";

export const dataLost: Scenario = {
  id: "data-lost",
  title: "Data is lost, and lost again",
  question: "What happens when a segment is lost?",
  notice: [
    "send() succeeded at once: it only handed the byte to the kernel.",
    "The kernel repeats it, first quickly, as a probe, then after waits that double each time.",
    "Send-Q stays 1 until B has acknowledged the byte.",
  ],
  disproves: ["send-means-delivered"],
  trace: "38-data-lost-rto",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      { wire: "drop", match: "A>B data", nth: 1 },
      { wire: "drop", match: "A>B data", nth: 2 },
      { wire: "drop", match: "A>B data", nth: 3 },
      { wire: "drop", match: "A>B data", nth: 4 },
      does("A", "send", "client", "x"),
      wait(4000),
      does("B", "recv", "server", 100),
    ],
  },
};
