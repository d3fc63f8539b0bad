import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, listens, connects } from "./steps.ts";

export const synAckLost: Scenario = {
  id: "syn-ack-lost",
  title: "The SYN-ACK is lost",
  question: "What happens when a segment is lost?",
  notice: [
    "B is in SYN-RECEIVED and A still in SYN-SENT: for a second the two do not agree.",
    "Both repeat what they sent last. Two SYN-ACKs come back, and A acknowledges both.",
  ],
  disproves: ["handshake-politeness"],
  trace: "08-synack-lost",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080),
      { wire: "drop", match: "B>A SYN,ACK" },
      ...connects("A", "client", "10.0.0.2", 8080),
      wait(100),
      wait(1200),
    ],
  },
};
