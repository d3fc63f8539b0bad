import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, CONNECTED } from "./steps.ts";

export const unreadDataResets: Scenario = {
  id: "unread-data-resets",
  title: "Closing with unread data",
  question: "How does a connection open and close?",
  notice: [
    "B closes while a request lies unread in its buffer. Linux then sends RST, for the data was not taken.",
    "A learns that its request was lost: recv() gives ECONNRESET, not the end of a file.",
  ],
  disproves: ["close-sends-fin"],
  trace: null,
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      does("A", "send", "client", "request"),
      SOON,
      does("B", "close", "server"),
      SOON,
      does("A", "recv", "client", 100),
    ],
  },
};
