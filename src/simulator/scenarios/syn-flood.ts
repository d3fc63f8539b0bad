import type { Scenario } from "./scenario.ts";
import { DELAY_MS, connects, floods, listens, wait } from "./steps.ts";

export const synFlood: Scenario = {
  id: "syn-flood",
  title: "A flood of SYNs",
  question: "What can a stranger do?",
  notice: [
    "Eight SYNs come from addresses where nobody is. Four fill the queue of half-open connections.",
    "The SYN-ACKs go nowhere, and the four rows stay in SYN-RECEIVED.",
    "The honest client's SYN finds no room and is dropped. Nothing is full but a queue of four.",
  ],
  disproves: [],
  trace: "19c-syn-flood-cookies0",
  simulation: {
    hosts: {
      A: { addresses: ["10.0.0.1"] },
      B: { addresses: ["10.0.0.2"], settings: { tcp_syncookies: 0, tcp_max_syn_backlog: 4 } },
    },
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080, { backlog: 4 }),
      ...floods(8),
      wait(50),
      ...connects("A", "client", "10.0.0.2", 8080),
      wait(100),
    ],
  },
};
