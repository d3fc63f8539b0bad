import type { Scenario } from "./scenario.ts";
import { TWO_HOSTS, DELAY_MS, wait, does, makes } from "./steps.ts";

/** RFC 792: type 8, code 0, the checksum, identifier 1, number 1, then the data. */
const ECHO_REQUEST = "\u0008\u0000\u008f\u0094\u0000\u0001\u0000\u0001hi";

export const pingWithoutPort: Scenario = {
  id: "ping-without-port",
  title: "Ping asks for no port",
  question: "What does a port's number tell?",
  notice: [
    "A makes an echo request, as ping does: type 8, code 0, a checksum, an identifier, a number, and the data. No port is among them.",
    "B has no socket, and no program waits for it. B's kernel answers by itself.",
    "Python wants an address and a port as a pair all the same: the 0 beside B's address goes nowhere.",
    "A's row shows 1 where a port would stand: ICMP's number among the protocols.",
  ],
  disproves: ["ping-has-port"],
  trace: null,
  simulation: {
    hosts: TWO_HOSTS,
    delayMs: DELAY_MS,
    steps: [
      makes("A", "ping", "AF_INET", "SOCK_RAW", "IPPROTO_ICMP"),
      does("A", "sendto", "ping", ECHO_REQUEST, "10.0.0.2", 0),
      wait(100),
      does("A", "recvfrom", "ping", 100),
    ],
  },
};
