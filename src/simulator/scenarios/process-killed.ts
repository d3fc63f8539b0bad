import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, CONNECTED } from "./steps.ts";

export const processKilled: Scenario = {
  id: "process-killed",
  title: "The program is killed",
  question: "How does a connection open and close?",
  notice: [
    "Nobody called close(). The kernel closes a dead program's descriptors, so an ordinary FIN goes out.",
    "B cannot tell a killed client from one that closed: recv() gives the end of the file.",
  ],
  disproves: ["close-sends-fin", "socket-dies-with-process"],
  trace: "13c-process-killed",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [...CONNECTED, { host: "A", call: "exit" }, SOON, does("B", "recv", "server", 100)],
  },
};
