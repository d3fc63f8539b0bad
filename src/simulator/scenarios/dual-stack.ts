import type { Scenario } from "./scenario.ts";
import { DELAY_MS, wait, does, makes, accepts, connects } from "./steps.ts";

export const dualStack: Scenario = {
  id: "dual-stack",
  title: "One socket for IPv4 and IPv6",
  question: "Who can reach this server?",
  notice: [
    "The server has one IPv6 socket, bound to :: and port 8080, and nothing for IPv4. Clients of both kinds come in.",
    "To the program the IPv4 client has the address ::ffff:10.0.0.1.",
    "With IPV6_V6ONLY set, on port 8081, the IPv4 client is refused.",
    "Linux serves both unless told otherwise. Other systems have other defaults.",
  ],
  disproves: ["dual-stack"],
  trace: "32-dual-stack",
  simulation: {
    hosts: {
      A: { addresses: ["10.0.0.1", "2001:db8::1"] },
      B: { addresses: ["10.0.0.2", "2001:db8::2"] },
    },
    delayMs: DELAY_MS,
    steps: [
      makes("B", "listener", "AF_INET6", "SOCK_STREAM"),
      does("B", "setsockopt", "listener", "IPV6_V6ONLY", 0),
      does("B", "bind", "listener", "::", 8080),
      does("B", "listen", "listener", 5),
      ...connects("A", "over4", "10.0.0.2", 8080),
      wait(100),
      accepts("B", "listener", "from4"),
      makes("A", "over6", "AF_INET6", "SOCK_STREAM"),
      does("A", "connect", "over6", "2001:db8::2", 8080),
      wait(100),
      accepts("B", "listener", "from6"),
      makes("B", "only6", "AF_INET6", "SOCK_STREAM"),
      does("B", "setsockopt", "only6", "IPV6_V6ONLY", 1),
      does("B", "bind", "only6", "::", 8081),
      does("B", "listen", "only6", 5),
      ...connects("A", "refused", "10.0.0.2", 8081),
      wait(100),
    ],
  },
};
