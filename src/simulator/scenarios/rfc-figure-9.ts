import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, tries, connectsFrom, CONNECTED_FROM_4000 } from "./steps.ts";

export const rfcFigure9: Scenario = {
  id: "rfc-figure-9",
  title: "Figure 9: a half-open connection is found",
  question: "What do the RFC's figures show?",
  notice: [
    "A crashed and opens again. B, which noticed nothing, answers with an ACK of the old connection.",
    "A sends RST, B aborts, and A's next SYN begins anew.",
  ],
  disproves: ["handshake-politeness"],
  trace: null,
  simulation: {
    profile: "rfc",
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED_FROM_4000,
      { host: "A", power: "off" },
      { host: "A", power: "on" },
      ...connectsFrom(4000, "A", "client", "10.0.0.2", 8080),
      wait(1500),
      tries("B", "recv", "server", 100),
    ],
  },
};
