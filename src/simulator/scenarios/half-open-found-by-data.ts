import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, CONNECTED_FROM_4000 } from "./steps.ts";

export const halfOpenFoundByData: Scenario = {
  id: "half-open-found-by-data",
  title: "Writing to a machine that was rebooted",
  question: "What if the other side is gone?",
  notice: [
    "B's row says ESTABLISHED, but A has forgotten the connection.",
    "B's data finds no socket there, and A's kernel answers with RST.",
    "recv() gives ECONNRESET once, send() gives EPIPE after that.",
  ],
  disproves: [],
  trace: "12b-rfc-fig10-active-side",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...CONNECTED_FROM_4000,
      does("A", "send", "client", "x"),
      SOON,
      does("B", "recv", "server", 100),
      { host: "A", power: "off" },
      { host: "A", power: "on" },
      does("B", "send", "server", "0123456789"),
      SOON,
      does("B", "recv", "server", 100),
      does("B", "send", "server", "more"),
    ],
  },
};
