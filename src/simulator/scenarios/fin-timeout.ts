import type { Scenario } from "./scenario.ts";
import { DELAY_MS, wait, SOON, does, accepts, listens, connectsFrom } from "./steps.ts";

export const finTimeout: Scenario = {
  id: "fin-timeout",
  title: "tcp_fin_timeout is not for TIME-WAIT",
  question: "Why TIME-WAIT?",
  notice: [
    "A's tcp_fin_timeout is 10 seconds. A closes two connections; B's program closes only one of them.",
    "The other one is in FIN-WAIT-2 at A, and gone after 10 seconds. That is what the setting limits.",
    "After 58 seconds TIME-WAIT is still there. It is over after a minute, as it would be without the setting.",
  ],
  disproves: ["fin-timeout-is-time-wait"],
  trace: null,
  simulation: {
    hosts: {
      A: { addresses: ["10.0.0.1"], settings: { tcp_fin_timeout: 10 } },
      B: { addresses: ["10.0.0.2"] },
    },
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080),
      ...connectsFrom(4000, "A", "client", "10.0.0.2", 8080),
      wait(100),
      accepts("B", "listener", "server"),
      ...connectsFrom(4001, "A", "client2", "10.0.0.2", 8080),
      wait(100),
      accepts("B", "listener", "server2"),
      does("A", "close", "client"),
      does("A", "close", "client2"),
      SOON,
      does("B", "close", "server"),
      SOON,
      wait(11_000),
      wait(47_000),
      wait(7000),
    ],
  },
};
