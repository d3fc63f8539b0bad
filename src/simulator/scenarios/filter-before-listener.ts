import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, connects, CONNECTED } from "./steps.ts";

export const filterBeforeListener: Scenario = {
  id: "filter-before-listener",
  title: "A filter leaves no mark on the row",
  question: "Who can reach this server?",
  notice: [
    "The first client comes in. Then B's filter drops all that comes for port 8080.",
    "The listener's row is what it was before. Only the second client notices: silence.",
    "When the filter is gone, the next repeated SYN gets in. No program on B did anything.",
  ],
  disproves: ["row-shows-firewall"],
  trace: null,
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      { host: "B", filter: [{ protocol: "tcp", port: 8080, action: "drop" }] },
      ...connects("A", "second", "10.0.0.2", 8080),
      wait(2500),
      { host: "B", filter: [] },
      wait(1000),
    ],
  },
};
