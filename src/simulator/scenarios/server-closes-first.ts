import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, CONNECTED } from "./steps.ts";

export const serverClosesFirst: Scenario = {
  id: "server-closes-first",
  title: "The server closes first",
  question: "How does a connection open and close?",
  notice: [
    "Nothing in TCP says that the client has to close. Here the server does, and so TIME-WAIT is on the server.",
    "The client still reads the whole answer, and after it the end of the file.",
    "A server that closes first collects TIME-WAIT rows, one for each connection, for a minute each.",
  ],
  disproves: ["time-wait-is-leak"],
  trace: "02-server-closes-first",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      does("A", "send", "client", "GET"),
      SOON,
      does("B", "recv", "server", 100),
      does("B", "send", "server", "response"),
      does("B", "close", "server"),
      SOON,
      does("A", "recv", "client", 100),
      does("A", "recv", "client", 100),
      does("A", "close", "client"),
      SOON,
    ],
  },
};
