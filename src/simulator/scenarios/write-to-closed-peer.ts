import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, CONNECTED } from "./steps.ts";

export const writeToClosedPeer: Scenario = {
  id: "write-to-closed-peer",
  title: "Writing to somebody who has closed",
  question: "What if the other side is gone?",
  notice: [
    "A's FIN says only that A sends no more. B may still write, and its first send() succeeds.",
    "But A's socket is closed for good, so RST comes back.",
    "The second send() gives EPIPE. Success of a send() never meant that anybody read it.",
  ],
  disproves: ["close-ends-both"],
  trace: "14-data-to-closed-peer",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED,
      does("A", "close", "client"),
      SOON,
      does("B", "send", "server", "one"),
      SOON,
      does("B", "send", "server", "two"),
      does("B", "recv", "server", 100),
    ],
  },
};
