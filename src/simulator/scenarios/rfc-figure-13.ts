import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, SOON, does, CONNECTED } from "./steps.ts";

export const rfcFigure13: Scenario = {
  id: "rfc-figure-13",
  title: "Figure 13: both sides close at once",
  question: "What do the RFC's figures show?",
  notice: [
    "The FINs cross, both sides enter CLOSING, and each FIN is acknowledged.",
    "Both wait in TIME-WAIT.",
  ],
  disproves: ["always-client-server"],
  trace: null,
  simulation: {
    profile: "rfc",
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      does("A", "close", "client"),
      does("B", "close", "server"),
      SOON,
      wait(250_000),
    ],
  },
};
