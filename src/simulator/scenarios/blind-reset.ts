import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, CONNECTED_FROM_4000 } from "./steps.ts";

export const blindReset: Scenario = {
  id: "blind-reset",
  title: "Forged resets",
  question: "What can a stranger do?",
  notice: [
    "A stranger who knows addresses and ports still has to guess a sequence number.",
    "Outside the window: no answer. Inside it, but not exact: B asks with an ACK, which the real A ignores.",
    "A forged SYN gets the same question. Only the exact number kills the connection.",
    "The answer by ACK is RFC 5961's; without it any number in the window was enough.",
  ],
  disproves: [],
  trace: "21-blind-rst-syn-challenge-ack",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED_FROM_4000,
      { inject: { from: "A:4000", to: "B:8080", flags: "RST", seq: 1000001 } },
      wait(700),
      { inject: { from: "A:4000", to: "B:8080", flags: "RST", seq: 101 } },
      wait(700),
      { inject: { from: "A:4000", to: "B:8080", flags: "SYN", seq: 1 } },
      wait(700),
      { inject: { from: "A:4000", to: "B:8080", flags: "RST", seq: 1 } },
      wait(10),
      does("B", "recv", "server", 100),
    ],
  },
};
