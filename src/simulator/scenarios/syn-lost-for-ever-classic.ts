import type { Scenario } from "./scenario.ts";
import { DELAY_MS, wait, listens, connects } from "./steps.ts";

export const synLostForEverClassic: Scenario = {
  id: "syn-lost-for-ever-classic",
  title: "Nobody answers, before Linux 6.5",
  question: "What happens when a segment is lost?",
  notice: [
    "Each wait is twice as long as the one before: the SYN goes again after 1, 3, 7, 15, 31 and 63 seconds.",
    "connect() gives ETIMEDOUT after 127 seconds.",
  ],
  disproves: ["refused-is-firewall"],
  trace: "07-syn-lost-etimedout-linear0",
  simulation: {
    hosts: {
      A: { addresses: ["10.0.0.1"], settings: { tcp_syn_linear_timeouts: 0 } },
      B: { addresses: ["10.0.0.2"] },
    },
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080),
      { wire: "drop", match: "A>B SYN", nth: 0 },
      ...connects("A", "client", "10.0.0.2", 8080),
      wait(64_000),
      wait(64_000),
    ],
  },
};
