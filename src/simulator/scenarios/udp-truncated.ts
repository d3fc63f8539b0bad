import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, tries, makesUdp } from "./steps.ts";

export const udpTruncated: Scenario = {
  id: "udp-truncated",
  title: "Too small a buffer",
  question: "How is UDP different?",
  notice: [
    "One recv() takes one datagram. What does not fit into four bytes is thrown away.",
    "The second datagram is empty, and that is a message too: recv() gives no bytes, and it is not the end.",
  ],
  disproves: ["send-equals-recv"],
  trace: "28-udp",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      makesUdp("B", "server"),
      does("B", "bind", "server", "0.0.0.0", 9999),
      makesUdp("A", "client"),
      does("A", "connect", "client", "10.0.0.2", 9999),
      does("A", "send", "client", "0123456789"),
      does("A", "send", "client", ""),
      wait(100),
      does("B", "recv", "server", 4),
      does("B", "recv", "server", 100),
      tries("B", "recv", "server", 100),
    ],
  },
};
