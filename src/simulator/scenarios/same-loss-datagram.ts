import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, tries, makesUdp } from "./steps.ts";

export const sameLossDatagram: Scenario = {
  id: "same-loss-datagram",
  title: "The second message is lost: datagrams",
  question: "How do the three socket types differ?",
  notice: [
    "A sends the same three messages by UDP, and the wire loses the second one.",
    "Nobody sends it again, and nobody is told. All three calls of sendto() succeeded.",
    "B's program gets the first and the third, each whole, each by a call of its own.",
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
      { wire: "drop", match: "A>B UDP", nth: 2 },
      does("A", "sendto", "client", "one", "10.0.0.2", 9999),
      wait(100),
      does("A", "sendto", "client", "two", "10.0.0.2", 9999),
      wait(100),
      does("A", "sendto", "client", "three", "10.0.0.2", 9999),
      wait(1000),
      does("B", "recvfrom", "server", 100),
      does("B", "recvfrom", "server", 100),
      tries("B", "recvfrom", "server", 100),
    ],
  },
};
