import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, SOON, does, CONNECTED } from "./steps.ts";

export const rfcFigure12: Scenario = {
  id: "rfc-figure-12",
  title: "Figure 12: the normal close",
  question: "What do the RFC's figures show?",
  notice: [
    "FIN, ACK, FIN, ACK: each direction is closed by itself.",
    "A waits twice the longest life of a segment, and then the connection is gone.",
  ],
  disproves: ["syn-has-no-number", "time-wait-is-leak"],
  trace: null,
  simulation: {
    profile: "rfc",
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      does("A", "close", "client"),
      SOON,
      does("B", "close", "server"),
      SOON,
      wait(250_000),
    ],
  },
};
