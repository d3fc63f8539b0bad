import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, CONNECTED, by } from "./steps.ts";

export const forkedDescriptor: Scenario = {
  id: "forked-descriptor",
  title: "Closed, and yet not closed",
  question: "How does a connection open and close?",
  notice: [
    "After fork() two processes hold the same socket. The parent's close() sends nothing: the child still has it.",
    "The FIN goes out when the last descriptor is closed.",
    "A server that forks and forgets to close its copy keeps its clients waiting for the end.",
  ],
  disproves: ["close-sends-fin", "one-process-per-port", "port-is-process"],
  trace: null,
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      { host: "B", call: "fork", as: "child" },
      does("B", "close", "server"),
      SOON,
      ...by("child", [does("B", "close", "server")]),
      SOON,
    ],
  },
};
