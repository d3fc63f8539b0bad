import type { Scenario } from "./scenario.ts";
import { DELAY_MS, connects, floods, listens, wait } from "./steps.ts";

export const synFloodWithCookies: Scenario = {
  id: "syn-flood-with-cookies",
  title: "The same flood, with SYN cookies",
  question: "What can a stranger do?",
  notice: [
    "When the queue is full, B remembers nothing of a new SYN. What it would have to remember is written into the sequence number of its SYN-ACK.",
    "The honest client's ACK brings that number back, and B makes the connection out of it.",
    "Addresses where nobody is bring nothing back, and cost nothing.",
  ],
  disproves: [],
  trace: "19d-syn-flood-cookies1",
  simulation: {
    hosts: {
      A: { addresses: ["10.0.0.1"] },
      B: { addresses: ["10.0.0.2"], settings: { tcp_syncookies: 1, tcp_max_syn_backlog: 4 } },
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
