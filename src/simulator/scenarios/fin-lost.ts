import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, CONNECTED } from "./steps.ts";

export const finLost: Scenario = {
  id: "fin-lost",
  title: "The FIN is lost",
  question: "What happens when a segment is lost?",
  notice: [
    "A stays in FIN-WAIT-1 and repeats its FIN, as it would repeat data. A FIN has a sequence number too.",
    "The program has long since gone on: close() did not wait for any of this.",
  ],
  disproves: ["close-sends-fin"],
  trace: "15-fin-lost",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      { wire: "drop", match: "A>B FIN", nth: 1 },
      { wire: "drop", match: "A>B FIN", nth: 2 },
      { wire: "drop", match: "A>B FIN", nth: 3 },
      does("A", "close", "client"),
      wait(3000),
    ],
  },
};
