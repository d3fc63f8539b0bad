import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, SOON, does, CONNECTED } from "./steps.ts";

export const lastAckLost: Scenario = {
  id: "last-ack-lost",
  title: "What TIME-WAIT is for",
  question: "Why TIME-WAIT?",
  notice: [
    "A's last ACK is lost. B, in LAST-ACK, does not know that its FIN arrived and repeats it.",
    "A is still there to answer, because it waits in TIME-WAIT. Without that, B would get RST and an error for a connection that ended well.",
  ],
  disproves: ["time-wait-is-leak"],
  trace: "16-last-ack-lost",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      does("A", "close", "client"),
      SOON,
      { wire: "drop", match: "A>B ACK" },
      does("B", "close", "server"),
      wait(100),
      wait(500),
    ],
  },
};
