import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, SOON, does, CONNECTED } from "./steps.ts";

export const keepaliveInCloseWait: Scenario = {
  id: "keepalive-in-close-wait",
  title: "Keepalive does not close for you",
  question: "Who is waiting for whom?",
  notice: [
    "A has closed and B's program has not: CLOSE-WAIT. B's kernel asks every 20 seconds whether A is there.",
    "A's kernel answers the first two probes. Nothing is wrong with A, so the row stays.",
    "After a minute A has forgotten the connection and answers with RST. The row goes, and the program's descriptor stays open.",
    "Only close() gives the descriptor back.",
  ],
  disproves: ["keepalive-mends-close-wait"],
  trace: null,
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      does("B", "setsockopt", "server", "SO_KEEPALIVE", 1),
      does("B", "setsockopt", "server", "TCP_KEEPIDLE", 20),
      does("B", "setsockopt", "server", "TCP_KEEPINTVL", 20),
      does("A", "close", "client"),
      SOON,
      wait(50_000),
      wait(20_000),
      does("B", "recv", "server", 100),
      does("B", "close", "server"),
    ],
  },
};
