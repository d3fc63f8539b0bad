import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, tries, makesUdp } from "./steps.ts";

export const udpConnected: Scenario = {
  id: "udp-connected",
  title: "What connect() means for UDP",
  question: "How is UDP different?",
  notice: [
    "connect() sends nothing. It only notes the peer, and netstat calls the row ESTABLISHED.",
    'From then on the socket takes datagrams from that peer alone. Another sender gets "port unreachable", though the port is open.',
  ],
  disproves: ["udp-never-established"],
  trace: "28-udp",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      makesUdp("B", "friend"),
      does("B", "bind", "friend", "0.0.0.0", 9999),
      makesUdp("B", "intruder"),
      does("B", "bind", "intruder", "0.0.0.0", 9998),
      makesUdp("A", "client"),
      does("A", "bind", "client", "0.0.0.0", 40000),
      does("A", "connect", "client", "10.0.0.2", 9999),
      does("B", "sendto", "intruder", "intruder", "10.0.0.1", 40000),
      SOON,
      tries("A", "recv", "client", 100),
      does("B", "sendto", "friend", "friend", "10.0.0.1", 40000),
      SOON,
      does("A", "recv", "client", 100),
    ],
  },
};
