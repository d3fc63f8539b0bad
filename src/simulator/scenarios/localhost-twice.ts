import type { Scenario } from "./scenario.ts";
import { DELAY_MS, wait, does, makes, accepts, listens, connects } from "./steps.ts";

export const localhostTwice: Scenario = {
  id: "localhost-twice",
  title: "localhost is two addresses",
  question: "Who can reach this server?",
  notice: [
    "The name localhost stands for two addresses, 127.0.0.1 and ::1. This server listens on the first.",
    "A client that asks for [::1]:8080 is refused. At 127.0.0.1:8080 the server answers.",
    "A second server may take [::1]:8080. Then a client of localhost gets the one whose address it tries first.",
  ],
  disproves: ["localhost-is-127"],
  trace: null,
  simulation: {
    hosts: {
      B: { addresses: ["10.0.0.2"] },
    },
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "over4", 8080, { address: "127.0.0.1" }),
      makes("B", "refused", "AF_INET6", "SOCK_STREAM"),
      does("B", "connect", "refused", "::1", 8080),
      ...connects("B", "client4", "127.0.0.1", 8080),
      wait(10),
      accepts("B", "over4", "server4"),
      makes("B", "over6", "AF_INET6", "SOCK_STREAM"),
      does("B", "bind", "over6", "::1", 8080),
      does("B", "listen", "over6", 5),
      makes("B", "client6", "AF_INET6", "SOCK_STREAM"),
      does("B", "connect", "client6", "::1", 8080),
      wait(10),
      accepts("B", "over6", "server6"),
    ],
  },
};
