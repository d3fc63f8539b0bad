import type { Scenario } from "./scenario.ts";
import { DELAY_MS, wait, listens, connects } from "./steps.ts";

export const refusedOrFiltered: Scenario = {
  id: "refused-or-filtered",
  title: "Closed, dropped, rejected: what the client sees",
  question: "What does refused look like?",
  notice: [
    "Port 80 is closed: RST, and ECONNREFUSED at once.",
    "Port 81 is dropped by a filter: silence. The client repeats its SYN and waits.",
    "The filter may also answer. Port 82 looks refused, 83 and 85 give EHOSTUNREACH, and 84 looks exactly like a closed port.",
    "Port 8080 is open. The same host gives six different answers; all you know is what came back to you.",
  ],
  disproves: ["refused-is-firewall"],
  trace: "10-filtered-vs-closed",
  simulation: {
    hosts: {
      A: { addresses: ["10.0.0.1"] },
      B: {
        addresses: ["10.0.0.2"],
        filters: [
          { protocol: "tcp", port: 81, action: "drop" },
          { protocol: "tcp", port: 82, action: "reject-port-unreachable" },
          { protocol: "tcp", port: 83, action: "reject-admin-prohibited" },
          { protocol: "tcp", port: 84, action: "reject-tcp-reset" },
          { protocol: "tcp", port: 85, action: "reject-host-unreachable" },
        ],
      },
    },
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080),
      ...connects("A", "to80", "10.0.0.2", 80),
      wait(100),
      ...connects("A", "to81", "10.0.0.2", 81),
      wait(100),
      ...connects("A", "to82", "10.0.0.2", 82),
      wait(100),
      ...connects("A", "to83", "10.0.0.2", 83),
      wait(100),
      ...connects("A", "to84", "10.0.0.2", 84),
      wait(100),
      ...connects("A", "to85", "10.0.0.2", 85),
      wait(100),
      ...connects("A", "to8080", "10.0.0.2", 8080),
      wait(100),
    ],
  },
};
