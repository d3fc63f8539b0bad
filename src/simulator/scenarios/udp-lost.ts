import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, tries, makesUdp } from "./steps.ts";

export const udpLost: Scenario = {
  id: "udp-lost",
  title: "A datagram is lost",
  question: "How is UDP different?",
  notice: [
    "sendto() succeeds, the datagram is lost, and that is all. No error, no repetition.",
    "Whoever wants an answer has to wait for a while and ask again by itself.",
  ],
  disproves: ["udp-silence-closed"],
  trace: "28-udp",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      makesUdp("B", "server"),
      does("B", "bind", "server", "0.0.0.0", 9999),
      makesUdp("A", "client"),
      { wire: "drop", match: "A>B UDP" },
      does("A", "sendto", "client", "lost", "10.0.0.2", 9999),
      wait(1500),
      tries("A", "recvfrom", "client", 100),
      tries("B", "recvfrom", "server", 100),
    ],
  },
};
