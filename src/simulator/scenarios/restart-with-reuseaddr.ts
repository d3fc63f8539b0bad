import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, listens, CONNECTED } from "./steps.ts";

export const restartWithReuseaddr: Scenario = {
  id: "restart-with-reuseaddr",
  title: "The same restart, with SO_REUSEADDR from the beginning",
  question: "Why is the address already in use?",
  notice: [
    "This server sets SO_REUSEADDR before every bind(), the old one and the new one.",
    "The connection in TIME-WAIT is still there, and the new server listens beside it.",
    "That is why nearly every server sets the option.",
  ],
  disproves: ["in-use-means-running"],
  trace: null,
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      does("B", "close", "server"),
      SOON,
      does("A", "close", "client"),
      SOON,
      does("B", "close", "listener"),
      ...listens("B", "again", 8080),
    ],
  },
};
