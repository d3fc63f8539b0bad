import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, SOON, does, CONNECTED } from "./steps.ts";

export const timeWaitSixtySeconds: Scenario = {
  id: "time-wait-sixty-seconds",
  title: "How long TIME-WAIT lasts",
  question: "Why TIME-WAIT?",
  notice: [
    "The side that closed first keeps a row in TIME-WAIT. No process has it any more, and no program can shorten it.",
    "On Linux it lasts 60 seconds: after 59 it is there, after 61 it is gone. The RFC says twice the longest life of a segment, four minutes.",
  ],
  disproves: ["time-wait-is-leak"],
  trace: "30-timewait-duration",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      does("A", "close", "client"),
      SOON,
      does("B", "close", "server"),
      SOON,
      wait(59_000),
      wait(2000),
    ],
  },
};
