import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, listens } from "./steps.ts";

export const rfcFigure11: Scenario = {
  id: "rfc-figure-11",
  title: "Figure 11: an old SYN between two listeners",
  question: "What do the RFC's figures show?",
  notice: [
    "Both sides only listen. An old SYN, from nobody's connection, reaches B.",
    "B's SYN-ACK reaches A's listener, which never asked: RST.",
    "Both are in LISTEN again, as if nothing had been.",
  ],
  disproves: ["handshake-politeness"],
  trace: null,
  simulation: {
    profile: "rfc",
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("A", "listener", 4000),
      ...listens("B", "listener", 8080),
      { inject: { from: "A:4000", to: "B:8080", flags: "SYN" } },
      wait(100),
    ],
  },
};
