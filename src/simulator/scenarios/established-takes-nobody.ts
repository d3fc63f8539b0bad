import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, SOON, does, connects, CONNECTED_FROM_4000 } from "./steps.ts";

export const establishedTakesNobody: Scenario = {
  id: "established-takes-nobody",
  title: "An open connection takes no new client",
  question: "What does refused look like?",
  notice: [
    "B closes its listener. The connection that it accepted stays: the row says ESTABLISHED, with port 8080.",
    "A second client asks for port 8080 and is refused. That row speaks with one peer, and no row listens any more.",
    "A's port 4000 is in use too, and takes nobody: B asks for it and is refused.",
    "The old connection still carries data.",
  ],
  disproves: ["established-is-open-port"],
  trace: null,
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED_FROM_4000,
      does("B", "close", "listener"),
      ...connects("A", "second", "10.0.0.2", 8080),
      wait(100),
      ...connects("B", "back", "10.0.0.1", 4000),
      wait(100),
      does("A", "send", "client", "hello"),
      SOON,
      does("B", "recv", "server", 100),
    ],
  },
};
