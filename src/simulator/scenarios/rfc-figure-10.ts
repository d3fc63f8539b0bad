import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, tries, CONNECTED_FROM_4000 } from "./steps.ts";

export const rfcFigure10: Scenario = {
  id: "rfc-figure-10",
  title: "Figure 10: the active side finds out",
  question: "What do the RFC's figures show?",
  notice: [
    "B sends data into a connection that A has forgotten. A has nothing to answer but RST.",
    "B aborts: the program gets ECONNRESET.",
  ],
  disproves: [],
  trace: null,
  simulation: {
    profile: "rfc",
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED_FROM_4000,
      { host: "A", power: "off" },
      { host: "A", power: "on" },
      does("B", "send", "server", "0123456789"),
      SOON,
      tries("B", "recv", "server", 100),
    ],
  },
};
