import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, makes, connects, by } from "./steps.ts";

export const reuseportSpread: Scenario = {
  id: "reuseport-spread",
  title: "SO_REUSEPORT: three listeners share the clients",
  question: "Can two sockets use one port?",
  notice: [
    "Three processes listen on the same port, and that is allowed: each set SO_REUSEPORT.",
    "Twelve clients come. The kernel picks a listener for each from its four numbers, so the shares are not equal.",
    "A client belongs to one listener. If that program stops accepting, the others cannot help.",
  ],
  disproves: ["one-process-per-port"],
  trace: "26-so-reuseport",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...by("worker1", [
        makes("B", "l"),
        does("B", "setsockopt", "l", "SO_REUSEPORT", 1),
        does("B", "bind", "l", "0.0.0.0", 8080),
        does("B", "listen", "l", 9),
      ]),
      ...by("worker2", [
        makes("B", "l"),
        does("B", "setsockopt", "l", "SO_REUSEPORT", 1),
        does("B", "bind", "l", "0.0.0.0", 8080),
        does("B", "listen", "l", 9),
      ]),
      ...by("worker3", [
        makes("B", "l"),
        does("B", "setsockopt", "l", "SO_REUSEPORT", 1),
        does("B", "bind", "l", "0.0.0.0", 8080),
        does("B", "listen", "l", 9),
      ]),
      ...Array.from({ length: 12 }, (_, at) =>
        connects("A", `client${at + 1}`, "10.0.0.2", 8080),
      ).flat(),
      SOON,
    ],
  },
};
