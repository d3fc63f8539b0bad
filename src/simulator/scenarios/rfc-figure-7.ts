import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, makes } from "./steps.ts";

export const rfcFigure7: Scenario = {
  id: "rfc-figure-7",
  title: "Figure 7: both sides open at once",
  question: "What do the RFC's figures show?",
  notice: [
    "Four segments and no more: two SYNs cross, then two SYN-ACKs.",
    "Each side enters SYN-RECEIVED by the other's SYN, and ESTABLISHED by the other's SYN-ACK.",
  ],
  disproves: ["always-client-server"],
  trace: null,
  simulation: {
    profile: "rfc",
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      makes("A", "a"),
      does("A", "bind", "a", "0.0.0.0", 5000),
      makes("B", "b"),
      does("B", "bind", "b", "0.0.0.0", 6000),
      does("A", "connect", "a", "10.0.0.2", 6000),
      does("B", "connect", "b", "10.0.0.1", 5000),
      SOON,
    ],
  },
};
