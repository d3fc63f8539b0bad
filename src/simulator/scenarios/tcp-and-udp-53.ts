import type { Scenario } from "./scenario.ts";
import { DELAY_MS, does, makesUdp, listens, by } from "./steps.ts";

export const tcpAndUdp53: Scenario = {
  id: "tcp-and-udp-53",
  title: "TCP 53 and UDP 53 side by side",
  question: "Can two sockets use one port?",
  notice: [
    "One program has port 53 twice: once of TCP, once of UDP. They are two endpoints with nothing in common but the number.",
    "The TCP row is in LISTEN. The UDP row has no state at all.",
  ],
  disproves: ["tcp-udp-clash", "udp-listens", "endpoint-without-protocol"],
  trace: "25-bind-conflicts",
  simulation: {
    hosts: {
      B: { addresses: ["10.0.0.2"] },
    },
    delayMs: DELAY_MS,
    steps: [
      ...by("root@named", [
        ...listens("B", "tcp", 53, { backlog: 10 }),
        makesUdp("B", "udp"),
        does("B", "bind", "udp", "0.0.0.0", 53),
      ]),
    ],
  },
};
