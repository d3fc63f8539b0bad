import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, makes, listens, connects } from "./steps.ts";

export const loopbackToOutside: Scenario = {
  id: "loopback-to-outside",
  title: "A loopback address stays at home",
  question: "Who can reach this server?",
  notice: [
    "A's first client binds to 127.0.0.1. Its connect() to B gives EINVAL, and nothing is sent.",
    "The second one does not bind. The kernel gives it 10.0.0.1, and the connection opens.",
    "So no row here joins 127.0.0.1 to another machine. Only a host that rewrites addresses can print one.",
  ],
  disproves: ["loopback-talks-outside"],
  trace: null,
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080),
      makes("A", "inside"),
      does("A", "bind", "inside", "127.0.0.1", 4000),
      does("A", "connect", "inside", "10.0.0.2", 8080),
      ...connects("A", "client", "10.0.0.2", 8080),
      wait(100),
    ],
  },
};
