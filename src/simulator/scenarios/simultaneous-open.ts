import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, SOON, does, makes } from "./steps.ts";

export const simultaneousOpen: Scenario = {
  id: "simultaneous-open",
  title: "Two clients meet: a connection without a server",
  question: "How does a connection open and close?",
  notice: [
    "Nobody calls listen() or accept(). Both sides call connect(), each to the port from which the other one calls.",
    "The SYNs cross, both sides go through SYN-RECEIVED, and one connection comes out, not two.",
    "Linux sends two ACKs more than the RFC's Figure 7 shows.",
  ],
  disproves: ["always-client-server", "handshake-politeness"],
  trace: "04-simultaneous-open",
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      makes("A", "a"),
      does("A", "bind", "a", "0.0.0.0", 5000),
      makes("B", "b"),
      does("B", "bind", "b", "0.0.0.0", 6000),
      does("A", "connect", "a", "10.0.0.2", 6000),
      does("B", "connect", "b", "10.0.0.1", 5000),
      SOON,
      does("A", "send", "a", "hi"),
      SOON,
      does("B", "recv", "b", 100),
      does("A", "close", "a"),
      does("B", "close", "b"),
      SOON,
    ],
  },
};
