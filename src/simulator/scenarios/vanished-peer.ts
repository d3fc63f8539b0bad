import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, CONNECTED } from "./steps.ts";

export const vanishedPeer: Scenario = {
  id: "vanished-peer",
  title: "ESTABLISHED for ever",
  question: "What if the other side is gone?",
  notice: [
    "A's cable is cut. B has nothing to send, so nothing is sent, and nobody finds out.",
    "A day later the row still says ESTABLISHED. The state is what one side believes.",
  ],
  disproves: [],
  trace: "12d-half-open-keepalive",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [...CONNECTED, { host: "A", power: "off" }, wait(86_400_000)],
  },
};
