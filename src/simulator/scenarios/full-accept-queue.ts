import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, accepts, listens, connects } from "./steps.ts";

export const fullAcceptQueue: Scenario = {
  id: "full-accept-queue",
  title: "A server too busy to accept",
  question: "Who is waiting for whom?",
  notice: [
    "The queue of connections that nobody accepted holds the backlog and one more: here two.",
    "The third client's SYN is dropped without a word. To the client it looks like a network that loses packets.",
    "On the listener, ss shows 2 under Recv-Q and 1 under Send-Q: two wait, one was planned for.",
    "One accept() makes room, and the next repeated SYN gets in.",
  ],
  disproves: ["refused-is-firewall"],
  trace: "19-accept-queue-full",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080, { backlog: 1 }),
      ...connects("A", "client1", "10.0.0.2", 8080),
      wait(100),
      ...connects("A", "client2", "10.0.0.2", 8080),
      wait(100),
      ...connects("A", "client3", "10.0.0.2", 8080),
      wait(2500),
      accepts("B", "listener", "server1"),
      wait(1000),
    ],
  },
};
