import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, SOON, listens, connectsFrom } from "./steps.ts";

export const oldDuplicateSyn: Scenario = {
  id: "old-duplicate-syn",
  title: "A SYN from an earlier life",
  question: "What can a stranger do?",
  notice: [
    "An old SYN arrives before the real one. B cannot know and answers it.",
    "A sees an acknowledgment of a number it never used, and says RST. B goes back to LISTEN.",
    "The real SYN then opens the connection. Two steps would not have been enough: the third is there for this.",
    "Linux repeats its SYN right after that RST, so B answers twice.",
  ],
  disproves: ["handshake-politeness"],
  trace: "11-rfc-fig8-old-duplicate-syn",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080),
      { wire: "hold", match: "A>B SYN", nth: 0 },
      ...connectsFrom(4000, "A", "client", "10.0.0.2", 8080),
      { inject: { from: "A:4000", to: "B:8080", flags: "SYN", seq: -10 } },
      wait(100),
      { wire: "release", match: "A>B SYN" },
      wait(10),
      { wire: "release", match: "A>B SYN" },
      SOON,
    ],
  },
};
