import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, listens, connects } from "./steps.ts";

export const wrongBindAddress: Scenario = {
  id: "wrong-bind-address",
  title: "A server that only its own machine can reach",
  question: "Who can reach this server?",
  notice: [
    'The server is bound to 127.0.0.1. From its own machine it answers; from A it is "connection refused".',
    "No firewall is involved. For a SYN to 10.0.0.2 there is no listener, so the kernel sends RST.",
    "The Local Address column says it: 127.0.0.1:8080, not 0.0.0.0:8080.",
    "A second server, bound to 0.0.0.0, can be reached both ways.",
  ],
  disproves: [
    "loopback-reachable",
    "refused-is-firewall",
    "any-is-localhost",
    "closed-is-a-port-property",
  ],
  trace: null,
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "local", 8080, { address: "127.0.0.1" }),
      ...connects("A", "client", "10.0.0.2", 8080),
      ...connects("B", "own", "127.0.0.1", 8080),
      wait(100),
      ...listens("B", "everywhere", 8081),
      ...connects("A", "second", "10.0.0.2", 8081),
      ...connects("B", "own2", "127.0.0.1", 8081),
      wait(100),
    ],
  },
};
