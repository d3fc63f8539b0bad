import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, SOON, does, tries, makes, listens } from "./steps.ts";

export const closeBeforeAnswer: Scenario = {
  id: "close-before-answer",
  title: "Giving up before the answer comes",
  question: "How does a connection open and close?",
  notice: [
    "close() in SYN-SENT sends nothing at all. There is no connection yet to end.",
    "When the SYN-ACK arrives after all, A has no socket for it and answers with RST. B's half-open row disappears.",
  ],
  disproves: ["close-sends-fin"],
  trace: "22-close-in-syn-sent",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080),
      { wire: "hold", match: "A>B SYN" },
      makes("A", "client"),
      tries("A", "connect", "client", "10.0.0.2", 8080),
      does("A", "close", "client"),
      wait(50),
      { wire: "release", match: "A>B SYN" },
      SOON,
    ],
  },
};
