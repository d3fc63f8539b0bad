import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, tries, makesUdp } from "./steps.ts";

export const udpOverflow: Scenario = {
  id: "udp-overflow",
  title: "A reader that is too slow",
  question: "How is UDP different?",
  notice: [
    "The buffer is small and nobody reads. One datagram of eight is kept; seven are dropped at B, after they arrived.",
    "A's send() succeeded eight times. Nobody tells it.",
    "Recv-Q shows more than 500 bytes: the kernel counts the memory, not the data.",
  ],
  disproves: [],
  trace: "28-udp",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      makesUdp("B", "server"),
      does("B", "setsockopt", "server", "SO_RCVBUF", 1024),
      does("B", "bind", "server", "0.0.0.0", 9999),
      makesUdp("A", "client"),
      does("A", "connect", "client", "10.0.0.2", 9999),
      ...Array.from({ length: 8 }, () => does("A", "send", "client", 500)),
      wait(100),
      does("B", "recv", "server", 1000),
      tries("B", "recv", "server", 1000),
    ],
  },
};
