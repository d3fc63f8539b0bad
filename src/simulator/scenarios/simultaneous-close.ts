import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, CONNECTED } from "./steps.ts";

export const simultaneousClose: Scenario = {
  id: "simultaneous-close",
  title: "Both sides close at once",
  question: "How does a connection open and close?",
  notice: [
    "The two FINs cross on the wire. Each side has sent its own before it sees the other's.",
    "Both go through CLOSING, a state that is hardly ever seen, and both end in TIME-WAIT.",
  ],
  disproves: ["always-client-server"],
  trace: "03-simultaneous-close",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [...CONNECTED, does("A", "close", "client"), does("B", "close", "server"), SOON],
  },
};
