import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, accepts, listens, connects } from "./steps.ts";

export const oneAddressTwoWays: Scenario = {
  id: "one-address-two-ways",
  title: "One address, two ways in",
  question: "Who can reach this server?",
  notice: [
    "The server is bound to 10.0.0.2. A comes in by the wire, through the interface that has this address.",
    "B's own client asks for 10.0.0.2 as well, and nothing goes out on the wire: Linux hands its packets over through lo, which does not have it.",
    "The address chooses which packets the socket gets, not the interface they come through.",
  ],
  disproves: ["address-is-interface"],
  trace: null,
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080, { address: "10.0.0.2" }),
      ...connects("A", "client", "10.0.0.2", 8080),
      wait(100),
      accepts("B", "listener", "fromA"),
      ...connects("B", "own", "10.0.0.2", 8080),
      wait(10),
      accepts("B", "listener", "fromB"),
    ],
  },
};
