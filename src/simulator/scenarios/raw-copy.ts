import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, makes, listens, connects } from "./steps.ts";

export const rawCopy: Scenario = {
  id: "raw-copy",
  title: "A raw socket only watches",
  question: "What can a stranger do?",
  notice: [
    "The raw socket gets a copy of every TCP packet, with its IP header. It has no port.",
    "The kernel's own TCP still answers: A's connect() is refused, whatever the raw socket does.",
    "A SYN made by hand gets a SYN-ACK, and A's own kernel, which knows of no such connection, sends RST.",
  ],
  disproves: ["raw-takes-packets", "raw-has-port"],
  trace: "31-raw-sockets",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      makes("B", "raw", "AF_INET", "SOCK_RAW", "IPPROTO_TCP"),
      ...connects("A", "client", "10.0.0.2", 9999),
      wait(100),
      does("B", "recvfrom", "raw", 2000),
      ...listens("B", "listener", 8080),
      { inject: { from: "A:1234", to: "B:8080", flags: "SYN" } },
      wait(100),
    ],
  },
};
