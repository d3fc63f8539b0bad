import type { Scenario } from "./scenario.ts";
import {
  TWO_HOSTS,
  DELAY_MS,
  wait,
  SOON,
  does,
  tries,
  accepts,
  listens,
  connects,
} from "./steps.ts";

export const waitingCalls: Scenario = {
  id: "waiting-calls",
  title: "Calls that wait",
  question: "Who is waiting for whom?",
  notice: [
    "accept() waits until a client is there, connect() until the server has answered, recv() until data has come.",
    "A waiting program uses no time. It is the kernel that wakes it.",
    "A call that is told not to wait gives EAGAIN instead.",
  ],
  disproves: ["send-equals-recv"],
  trace: null,
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080),
      accepts("B", "listener", "server"),
      ...connects("A", "client", "10.0.0.2", 8080),
      SOON,
      tries("B", "recv", "server", 100),
      does("B", "recv", "server", 100),
      wait(100),
      does("A", "send", "client", "hello"),
      SOON,
    ],
  },
};
