import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, listens, connects } from "./steps.ts";

export const rfcFigure6: Scenario = {
  id: "rfc-figure-6",
  title: "Figure 6: the three-way handshake",
  question: "What do the RFC's figures show?",
  notice: [
    "SYN, SYN-ACK, ACK, then data. The ACK takes no sequence number, so the data begins where the ACK stood.",
    "The figure's 100 and 300 are the two initial sequence numbers; here both are counted from 0.",
  ],
  disproves: ["handshake-politeness", "syn-has-no-number"],
  trace: null,
  simulation: {
    profile: "rfc",
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080),
      ...connects("A", "client", "10.0.0.2", 8080),
      SOON,
      does("A", "send", "client", "data"),
      SOON,
    ],
  },
};
