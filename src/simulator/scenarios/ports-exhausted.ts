import type { Scenario } from "./scenario.ts";
import { DELAY_MS, wait, SOON, does, makes, accepts, listens, connects } from "./steps.ts";

export const portsExhausted: Scenario = {
  id: "ports-exhausted",
  title: "No ephemeral port left",
  question: "Why is the address already in use?",
  notice: [
    "This client's range has four ports. Four connections to one server use them up: the fifth connect() gives EADDRNOTAVAIL.",
    "The ports are not used up for good. To another port of the server the same numbers serve again.",
    "bind() to port 0 is stricter and gives EADDRINUSE: it wants a number that no one has.",
    "A closed connection still counts, in TIME-WAIT, for a minute.",
  ],
  disproves: ["server-65535", "ephemeral-49152", "time-wait-is-leak", "no-port-left-is-server"],
  trace: "18-ephemeral-exhaustion",
  simulation: {
    hosts: {
      A: { addresses: ["10.0.0.1"], settings: { ip_local_port_range: [40000, 40003] } },
      B: { addresses: ["10.0.0.2"] },
    },
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "listener", 8080),
      ...listens("B", "other", 8081),
      ...connects("A", "client1", "10.0.0.2", 8080),
      wait(100),
      ...connects("A", "client2", "10.0.0.2", 8080),
      wait(100),
      ...connects("A", "client3", "10.0.0.2", 8080),
      wait(100),
      ...connects("A", "client4", "10.0.0.2", 8080),
      wait(100),
      ...connects("A", "client5", "10.0.0.2", 8080),
      ...connects("A", "elsewhere", "10.0.0.2", 8081),
      wait(100),
      makes("A", "bound"),
      does("A", "bind", "bound", "0.0.0.0", 0),
      accepts("B", "listener", "server1"),
      does("A", "close", "client1"),
      SOON,
      does("B", "close", "server1"),
      SOON,
      ...connects("A", "client6", "10.0.0.2", 8080),
      wait(61_000),
      ...connects("A", "client7", "10.0.0.2", 8080),
      wait(100),
    ],
  },
};
