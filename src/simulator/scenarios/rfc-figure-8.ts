import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, SOON, listens, connectsFrom } from "./steps.ts";

export const rfcFigure8: Scenario = {
  id: "rfc-figure-8",
  title: "Figure 8: recovery from an old duplicate SYN",
  question: "What do the RFC's figures show?",
  notice: [
    "B answers the old SYN, A sends RST, and B returns to LISTEN.",
    "When the real SYN arrives at last, an ordinary handshake follows.",
  ],
  disproves: ["handshake-politeness"],
  trace: null,
  simulation: {
    profile: "rfc",
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080),
      { wire: "hold", match: "A>B SYN" },
      ...connectsFrom(4000, "A", "client", "10.0.0.2", 8080),
      { inject: { from: "A:4000", to: "B:8080", flags: "SYN", seq: -10 } },
      wait(100),
      { wire: "release", match: "A>B SYN" },
      SOON,
    ],
  },
};
