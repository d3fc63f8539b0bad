import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, SOON, does, CONNECTED } from "./steps.ts";

export const vanishedPeerKeepalive: Scenario = {
  id: "vanished-peer-keepalive",
  title: "Keepalive finds out",
  question: "What if the other side is gone?",
  notice: [
    "With SO_KEEPALIVE B's kernel asks after a silence: three probes here, with a sequence number one too low, so that an answer is due.",
    "No answer comes. The kernel gives up: ETIMEDOUT, and the row is gone.",
    "Without TCP_KEEPIDLE the silence would have to last two hours.",
  ],
  disproves: [],
  trace: "12d-half-open-keepalive",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      does("A", "send", "client", "x"),
      SOON,
      does("B", "recv", "server", 100),
      { host: "A", power: "off" },
      does("B", "setsockopt", "server", "SO_KEEPALIVE", 1),
      does("B", "setsockopt", "server", "TCP_KEEPIDLE", 2),
      does("B", "setsockopt", "server", "TCP_KEEPINTVL", 1),
      does("B", "setsockopt", "server", "TCP_KEEPCNT", 3),
      wait(6000),
      does("B", "recv", "server", 100),
    ],
  },
};
