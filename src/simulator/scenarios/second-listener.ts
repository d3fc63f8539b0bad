import type { Scenario } from "./scenario.ts";
import { DELAY_MS, does, makes, listens, by } from "./steps.ts";

export const secondListener: Scenario = {
  id: "second-listener",
  title: "It is already running",
  question: "Why is the address already in use?",
  notice: [
    'This time "address already in use" means what it says: another program listens there.',
    "SO_REUSEADDR on both does not change that. Two live listeners need SO_REUSEPORT.",
  ],
  disproves: ["reuseaddr-two-listeners"],
  trace: "17-timewait-bind-eaddrinuse",
  simulation: {
    hosts: {
      B: { addresses: ["10.0.0.2"] },
    },
    delayMs: DELAY_MS,
    steps: [
      ...by("old", listens("B", "listener", 8080)),
      ...by("new", [
        makes("B", "listener"),
        does("B", "setsockopt", "listener", "SO_REUSEADDR", 1),
        does("B", "bind", "listener", "0.0.0.0", 8080),
      ]),
    ],
  },
};
