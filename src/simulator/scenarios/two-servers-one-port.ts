import type { Scenario } from "./scenario.ts";
import { DELAY_MS, does, makes, listens, by } from "./steps.ts";

export const twoServersOnePort: Scenario = {
  id: "two-servers-one-port",
  title: "Two servers on port 8080",
  question: "Can two sockets use one port?",
  notice: [
    "10.0.0.2:8080 and 10.0.0.9:8080 are two endpoints. Two programs may listen on them side by side.",
    "0.0.0.0:8080 would be both at once: EADDRINUSE, even with SO_REUSEADDR on all of them.",
  ],
  disproves: ["one-process-per-port", "reuseaddr-two-listeners"],
  trace: "25-bind-conflicts",
  simulation: {
    hosts: {
      B: { addresses: ["10.0.0.2", "10.0.0.9"] },
    },
    delayMs: DELAY_MS,
    steps: [
      ...by("blog", listens("B", "listener", 8080, { address: "10.0.0.2" })),
      ...by("shop", listens("B", "listener", 8080, { address: "10.0.0.9" })),
      ...by("third", [
        makes("B", "listener"),
        does("B", "setsockopt", "listener", "SO_REUSEADDR", 1),
        does("B", "bind", "listener", "0.0.0.0", 8080),
      ]),
    ],
  },
};
