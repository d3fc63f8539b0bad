import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, tries, makesUdp } from "./steps.ts";

export const udpDoubled: Scenario = {
  id: "udp-doubled",
  title: "A datagram arrives twice",
  question: "How is UDP different?",
  notice: [
    "A sends one datagram. The wire makes two of it, and B's program gets both.",
    "UDP has no sequence numbers, so B's kernel cannot know that they are the same.",
    "A program for which twice is worse than once has to number its requests.",
  ],
  disproves: [],
  trace: null,
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      makesUdp("B", "server"),
      does("B", "bind", "server", "0.0.0.0", 9999),
      makesUdp("A", "client"),
      { wire: "duplicate", match: "A>B UDP", nth: 1, byMs: 30 },
      does("A", "sendto", "client", "pay 5", "10.0.0.2", 9999),
      wait(100),
      does("B", "recvfrom", "server", 100),
      does("B", "recvfrom", "server", 100),
      tries("B", "recvfrom", "server", 100),
    ],
  },
};
