import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, makes, connects } from "./steps.ts";

export const addressOfAnotherMachine: Scenario = {
  id: "address-of-another-machine",
  title: "Binding to an address this machine does not have",
  question: "Who can reach this server?",
  notice: [
    "bind() takes only addresses of this machine. 192.0.2.7 belongs to another one: EADDRNOTAVAIL.",
    "Behind a router that translates addresses, the public address is not the server's own. Bind to the private one, or to 0.0.0.0.",
  ],
  disproves: [],
  trace: "25-bind-conflicts",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      makes("B", "listener"),
      does("B", "bind", "listener", "192.0.2.7", 8080),
      does("B", "bind", "listener", "10.0.0.2", 8080),
      does("B", "listen", "listener", 5),
      ...connects("A", "client", "10.0.0.2", 8080),
      wait(100),
    ],
  },
};
