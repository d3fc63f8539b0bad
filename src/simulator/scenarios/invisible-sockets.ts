import type { Scenario } from "./scenario.ts";
import { DELAY_MS, does, makes, makesUdp } from "./steps.ts";

export const invisibleSockets: Scenario = {
  id: "invisible-sockets",
  title: "Sockets that no tool shows yet",
  question: "Who can reach this server?",
  notice: [
    "After socket() nothing is to be seen. After bind() the UDP socket shows, the TCP socket does not.",
    "The TCP socket appears with listen(). Until then it holds its port all the same.",
  ],
  disproves: [],
  trace: "36-invisible-sockets",
  simulation: {
    hosts: {
      B: { addresses: ["10.0.0.2"] },
    },
    delayMs: DELAY_MS,
    steps: [
      makes("B", "tcp"),
      makesUdp("B", "udp"),
      does("B", "bind", "tcp", "0.0.0.0", 8080),
      does("B", "bind", "udp", "0.0.0.0", 8080),
      does("B", "listen", "tcp", 5),
    ],
  },
};
