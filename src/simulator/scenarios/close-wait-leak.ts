import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, SOON, does, accepts, connects, CONNECTED } from "./steps.ts";

export const closeWaitLeak: Scenario = {
  id: "close-wait-leak",
  title: "CLOSE-WAIT: a program that forgets to close",
  question: "Who is waiting for whom?",
  notice: [
    "Both clients have closed. B's kernel has acknowledged it and waits for B's program.",
    "No timer runs in CLOSE-WAIT. An hour later the rows are still there.",
    "A gave up its end after a minute in FIN-WAIT-2; its table is empty, and B's is not.",
    "The cure is in B's program: close() each socket after recv() has given the end of the file.",
  ],
  disproves: ["close-wait-timer", "close-wait-is-the-peers"],
  trace: null,
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      ...connects("A", "client2", "10.0.0.2", 8080),
      wait(100),
      accepts("B", "listener", "server2"),
      does("A", "close", "client"),
      does("A", "close", "client2"),
      SOON,
      wait(3_600_000),
      does("B", "recv", "server", 100),
    ],
  },
};
