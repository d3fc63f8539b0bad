import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, makes, connects } from "./steps.ts";

export const refused: Scenario = {
  id: "refused",
  title: "Connection refused",
  question: "What does refused look like?",
  notice: [
    "Nobody listens on port 9999, so B's kernel answers at once with RST. A's connect() fails with ECONNREFUSED.",
    "That RST has sequence number 0 and acknowledges the SYN: there is no connection it could belong to.",
    "A socket that is bound but does not listen refuses in the same way, and no tool shows it.",
  ],
  disproves: ["refused-is-firewall"],
  trace: "06-connection-refused",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...connects("A", "client", "10.0.0.2", 9999),
      SOON,
      makes("B", "bound"),
      does("B", "bind", "bound", "0.0.0.0", 9998),
      ...connects("A", "second", "10.0.0.2", 9998),
      SOON,
    ],
  },
};
