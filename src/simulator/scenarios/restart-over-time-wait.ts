import type { Scenario } from "./scenario.ts";
import {
  TWO_HOSTS,
  DELAY_MS,
  wait,
  SOON,
  does,
  makes,
  accepts,
  listens,
  connects,
} from "./steps.ts";

export const restartOverTimeWait: Scenario = {
  id: "restart-over-time-wait",
  title: "The server was restarted and cannot bind",
  question: "Why is the address already in use?",
  notice: [
    "The old server is gone: no process has port 8080. One connection it closed first is in TIME-WAIT.",
    "bind() gives EADDRINUSE, though nothing listens there.",
    "SO_REUSEADDR on the new socket alone does not help. The old listener would have needed it too.",
    "A minute later the row is gone, and bind() works.",
  ],
  disproves: ["in-use-means-running", "time-wait-is-leak"],
  trace: "17-timewait-bind-eaddrinuse",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080, { reuse: false }),
      ...connects("A", "client", "10.0.0.2", 8080),
      wait(100),
      accepts("B", "listener", "server"),
      does("B", "close", "server"),
      SOON,
      does("A", "close", "client"),
      SOON,
      does("B", "close", "listener"),
      makes("B", "again"),
      does("B", "bind", "again", "0.0.0.0", 8080),
      does("B", "setsockopt", "again", "SO_REUSEADDR", 1),
      does("B", "bind", "again", "0.0.0.0", 8080),
      wait(61_000),
      does("B", "bind", "again", "0.0.0.0", 8080),
      does("B", "listen", "again", 5),
    ],
  },
};
