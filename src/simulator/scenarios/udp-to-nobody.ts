import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, tries, makesUdp } from "./steps.ts";

export const udpToNobody: Scenario = {
  id: "udp-to-nobody",
  title: "UDP to a port where nobody is",
  question: "How is UDP different?",
  notice: [
    "B's kernel answers with ICMP: port unreachable.",
    "A socket that only used sendto() hears nothing of it.",
    "A connected socket hears: the next call gives ECONNREFUSED, once. Then all is as before.",
    "It may be the next send() that fails. Nothing is sent then.",
  ],
  disproves: ["udp-silence-closed", "refused-is-firewall"],
  trace: "28-udp",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      makesUdp("A", "plain"),
      does("A", "sendto", "plain", "x", "10.0.0.2", 9),
      SOON,
      tries("A", "recvfrom", "plain", 100),
      makesUdp("A", "connected"),
      does("A", "connect", "connected", "10.0.0.2", 9),
      does("A", "send", "connected", "x"),
      SOON,
      tries("A", "recv", "connected", 100),
      tries("A", "recv", "connected", 100),
      does("A", "send", "connected", "y"),
      SOON,
      does("A", "send", "connected", "z"),
    ],
  },
};
