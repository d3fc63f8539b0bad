import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, listens, connects } from "./steps.ts";

export const synLostForEver: Scenario = {
  id: "syn-lost-for-ever",
  title: "Nobody answers at all",
  question: "What happens when a segment is lost?",
  notice: [
    "Silence is not a refusal. A repeats its SYN ten times: after 1, 2, 3, 4, 5, 7, 11, 19, 35 and 67 seconds.",
    "Then connect() gives up with ETIMEDOUT, 131 seconds after it began.",
    "Since Linux 6.5 the first waits are equal; before that each was twice as long as the one before.",
  ],
  disproves: ["refused-is-firewall"],
  trace: "07-syn-lost-etimedout-linear4",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080),
      { wire: "drop", match: "A>B SYN", nth: 0 },
      ...connects("A", "client", "10.0.0.2", 8080),
      wait(68_000),
      wait(64_000),
    ],
  },
};
