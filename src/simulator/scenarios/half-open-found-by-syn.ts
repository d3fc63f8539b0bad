import type { Scenario } from "./scenario.ts";
import {
  TWO_HOSTS,
  DELAY_MS,
  wait,
  SOON,
  does,
  tries,
  connectsFrom,
  CONNECTED_FROM_4000,
} from "./steps.ts";

export const halfOpenFoundBySyn: Scenario = {
  id: "half-open-found-by-syn",
  title: "Rebooted, and back on the same port",
  question: "What if the other side is gone?",
  notice: [
    "A lost its power and remembers nothing. B still has the connection as ESTABLISHED and waits.",
    "A's new SYN reaches the old connection. B does not believe it and answers with an ACK that fits the old numbers.",
    "A never sent what that ACK acknowledges: RST. Now B knows, and the next SYN opens a new connection.",
  ],
  disproves: ["handshake-politeness"],
  trace: "12-rfc-fig9-half-open",
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
      ...connectsFrom(4000, "A", "client", "10.0.0.2", 8080),
      wait(1500),
      tries("B", "recv", "server", 100),
    ],
  },
};
