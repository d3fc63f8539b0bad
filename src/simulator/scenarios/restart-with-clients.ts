import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, makes, accepts, listens, connects } from "./steps.ts";

export const restartWithClients: Scenario = {
  id: "restart-with-clients",
  title: "Restarted while a client is connected",
  question: "Why is the address already in use?",
  notice: [
    "The listener is closed, but a connection it accepted lives on, on port 8080.",
    "bind() gives EADDRINUSE, with SO_REUSEADDR on the new socket too, for the old one had not set it.",
  ],
  disproves: ["in-use-means-running", "only-listeners-hold-ports"],
  trace: "17b-restart-with-established",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080, { reuse: false }),
      ...connects("A", "client", "10.0.0.2", 8080),
      wait(100),
      accepts("B", "listener", "server"),
      does("B", "close", "listener"),
      makes("B", "again"),
      does("B", "bind", "again", "0.0.0.0", 8080),
      does("B", "setsockopt", "again", "SO_REUSEADDR", 1),
      does("B", "bind", "again", "0.0.0.0", 8080),
    ],
  },
};
