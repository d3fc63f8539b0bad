import type { Scenario } from "./scenario.ts";
import {
  TWO_HOSTS,
  DELAY_MS,
  wait,
  SOON,
  does,
  tries,
  accepts,
  listens,
  connects,
} from "./steps.ts";

export const handshakeAckLost: Scenario = {
  id: "handshake-ack-lost",
  title: "The handshake's last ACK is lost",
  question: "What happens when a segment is lost?",
  notice: [
    "A is ESTABLISHED while B is still in SYN-RECEIVED. accept() finds nobody.",
    "A's first data carries the same acknowledgment. It completes the handshake, and nothing had to be repeated.",
  ],
  disproves: ["handshake-politeness", "listen-becomes-established"],
  trace: "09-handshake-ack-lost-then-data",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080),
      { wire: "drop", match: "A>B ACK" },
      ...connects("A", "client", "10.0.0.2", 8080),
      wait(100),
      tries("B", "accept", "listener"),
      does("A", "send", "client", "hello"),
      SOON,
      accepts("B", "listener", "server"),
      does("B", "recv", "server", 100),
    ],
  },
};
