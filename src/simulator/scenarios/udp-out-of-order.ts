import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, makesUdp } from "./steps.ts";

export const udpOutOfOrder: Scenario = {
  id: "udp-out-of-order",
  title: "The second datagram overtakes the first",
  question: "How is UDP different?",
  notice: [
    "The first datagram is held up on its way. The second one overtakes it.",
    "B's program gets them in the order in which they arrived: the second, then the first.",
    "Nothing in UDP says which was sent first. Where it matters, the program has to number its messages.",
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
      { wire: "delay", match: "A>B UDP", nth: 1, byMs: 60 },
      does("A", "sendto", "client", "first", "10.0.0.2", 9999),
      wait(10),
      does("A", "sendto", "client", "second", "10.0.0.2", 9999),
      wait(100),
      does("B", "recvfrom", "server", 100),
      does("B", "recvfrom", "server", 100),
    ],
  },
};
