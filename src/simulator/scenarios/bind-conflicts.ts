import type { Scenario } from "./scenario.ts";
import { DELAY_MS, does, makes, makesUdp, listens } from "./steps.ts";

export const bindConflicts: Scenario = {
  id: "bind-conflicts",
  title: "Who may bind what",
  question: "Can two sockets use one port?",
  notice: [
    "While a socket listens on 0.0.0.0:8080, nobody else may bind port 8080 of TCP, on any address, with SO_REUSEADDR or without.",
    "[::]:8080 clashes too, unless it is for IPv6 only.",
    "UDP port 8080 is free: each protocol has ports of its own.",
    "Two sockets that are only bound, and both have SO_REUSEADDR, may share a port. The first to listen wins.",
  ],
  disproves: ["reuseaddr-two-listeners", "one-process-per-port", "tcp-udp-clash", "dual-stack"],
  trace: "25-bind-conflicts",
  simulation: {
    hosts: {
      B: { addresses: ["10.0.0.2"] },
    },
    delayMs: DELAY_MS,
    steps: [
      ...listens("B", "first", 8080),
      makes("B", "plain"),
      does("B", "bind", "plain", "0.0.0.0", 8080),
      makes("B", "local"),
      does("B", "setsockopt", "local", "SO_REUSEADDR", 1),
      does("B", "bind", "local", "127.0.0.1", 8080),
      makes("B", "six", "AF_INET6", "SOCK_STREAM"),
      does("B", "bind", "six", "::", 8080),
      does("B", "setsockopt", "six", "IPV6_V6ONLY", 1),
      does("B", "bind", "six", "::", 8080),
      makesUdp("B", "udp"),
      does("B", "bind", "udp", "0.0.0.0", 8080),
      makes("B", "one"),
      does("B", "setsockopt", "one", "SO_REUSEADDR", 1),
      does("B", "bind", "one", "0.0.0.0", 8081),
      makes("B", "two"),
      does("B", "setsockopt", "two", "SO_REUSEADDR", 1),
      does("B", "bind", "two", "0.0.0.0", 8081),
      does("B", "listen", "one", 5),
      does("B", "listen", "two", 5),
    ],
  },
};
