import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, listens, connects } from "./steps.ts";

export const acceptQueueRace: Scenario = {
  id: "accept-queue-race",
  title: "Connected, says the client; not yet, says the server",
  question: "Who is waiting for whom?",
  notice: [
    "There is room for one more when two SYNs are answered. The third client gets the place.",
    "The fourth client's ACK is ignored. It believes to be connected and sends; B stays in SYN-RECEIVED.",
    "Its data is repeated and never acknowledged, until the server accepts somebody.",
  ],
  disproves: [],
  trace: "19b-accept-queue-race-abort0",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080, { backlog: 2 }),
      ...connects("A", "client1", "10.0.0.2", 8080),
      wait(100),
      ...connects("A", "client2", "10.0.0.2", 8080),
      wait(100),
      ...connects("A", "client3", "10.0.0.2", 8080),
      ...connects("A", "client4", "10.0.0.2", 8080),
      wait(100),
      does("A", "send", "client4", "x"),
      wait(1900),
    ],
  },
};
