import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, tries, makes } from "./steps.ts";

export const sameLossRaw: Scenario = {
  id: "same-loss-raw",
  title: "The second message is lost: raw sockets",
  question: "How do the three socket types differ?",
  notice: [
    "A sends the same three messages as IP packets of protocol 253, a number set aside for experiments. The wire loses the second one.",
    "There are no ports: the protocol's number alone chooses the sockets that get a copy.",
    "The lost one stays lost, as with UDP.",
    "B's program is given each packet with its IP header: 20 bytes more than the message.",
  ],
  disproves: ["raw-has-port"],
  trace: null,
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      makes("B", "server", "AF_INET", "SOCK_RAW", 253),
      makes("A", "client", "AF_INET", "SOCK_RAW", 253),
      { wire: "drop", match: "A>B", nth: 2 },
      does("A", "sendto", "client", "one", "10.0.0.2", 0),
      wait(100),
      does("A", "sendto", "client", "two", "10.0.0.2", 0),
      wait(100),
      does("A", "sendto", "client", "three", "10.0.0.2", 0),
      wait(1000),
      does("B", "recvfrom", "server", 100),
      does("B", "recvfrom", "server", 100),
      tries("B", "recvfrom", "server", 100),
    ],
  },
};
