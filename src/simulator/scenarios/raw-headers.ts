import type { Scenario } from "./scenario.ts";
import { DELAY_MS, wait, does, makes, makesUdp } from "./steps.ts";

export const rawHeaders: Scenario = {
  id: "raw-headers",
  title: "What a raw socket is handed",
  question: "How do the three socket types differ?",
  notice: [
    "On IPv4 a raw socket is handed the packet with its IP header: 20 bytes before the data.",
    "On IPv6 it is handed what stands behind the header: the data alone.",
    "UDP's own header is data to a raw socket: 8 bytes with the ports, the length and the checksum.",
    "The raw socket only watches. Nobody has UDP port 9999, so B's kernel answers with ICMP all the same.",
  ],
  disproves: [],
  trace: null,
  simulation: {
    hosts: {
      A: { addresses: ["10.0.0.1", "fd00::1"] },
      B: { addresses: ["10.0.0.2", "fd00::2"] },
    },
    delayMs: DELAY_MS,
    steps: [
      makes("B", "raw4", "AF_INET", "SOCK_RAW", 253),
      makes("B", "raw6", "AF_INET6", "SOCK_RAW", 253),
      makes("B", "rawUdp", "AF_INET", "SOCK_RAW", "IPPROTO_UDP"),
      makes("A", "client4", "AF_INET", "SOCK_RAW", 253),
      does("A", "sendto", "client4", "hi", "10.0.0.2", 0),
      wait(50),
      does("B", "recvfrom", "raw4", 100),
      makes("A", "client6", "AF_INET6", "SOCK_RAW", 253),
      does("A", "sendto", "client6", "hi", "fd00::2", 0),
      wait(50),
      does("B", "recvfrom", "raw6", 100),
      makesUdp("A", "clientUdp"),
      does("A", "bind", "clientUdp", "0.0.0.0", 40000),
      does("A", "sendto", "clientUdp", "hi", "10.0.0.2", 9999),
      wait(50),
      does("B", "recvfrom", "rawUdp", 100),
    ],
  },
};
