import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, listens, connects } from "./steps.ts";

export const synLostOnce: Scenario = {
  id: "syn-lost-once",
  title: "The first SYN is lost",
  question: "What happens when a segment is lost?",
  notice: [
    "After one second A's kernel sends the SYN again. The program notices nothing but the delay.",
    "A connection that opens after almost exactly one second, or three, or seven, has lost its SYN.",
  ],
  disproves: ["handshake-politeness"],
  trace: "07a-syn-lost-once",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080),
      { wire: "drop", match: "A>B SYN" },
      ...connects("A", "client", "10.0.0.2", 8080),
      wait(1200),
    ],
  },
};
