import type { Term } from "#curriculum/term";

const HANDSHAKE = "connections/the-handshake";
const MANY = "connections/one-port-many-clients";
const DATA = "connections/data-and-its-numbers";
const CLOSING = "connections/closing-and-time-wait";
const FAILS = "connections/when-it-fails";

export const TERMS: readonly Term[] = [
  {
    id: "handshake",
    term: "handshake",
    definition:
      "The three segments that open a TCP connection: SYN, SYN-ACK, ACK. In full: three-way handshake.",
    lesson: HANDSHAKE,
    everyday: true,
  },
  {
    id: "active-open",
    term: "active open",
    definition: "To begin a connection by sending the first SYN. `connect()` does it.",
    lesson: HANDSHAKE,
  },
  {
    id: "passive-open",
    term: "passive open",
    definition: "To wait for connections. `listen()` does it.",
    lesson: HANDSHAKE,
  },
  {
    id: "capture",
    term: "capture",
    definition: "A record of the packets that went by, as tcpdump or Wireshark makes it.",
    lesson: HANDSHAKE,
    everyday: true,
  },
  {
    id: "flag",
    term: "flag",
    definition:
      "One bit in a header that is on or off. TCP's are SYN, ACK, FIN, RST and a few more.",
    lesson: HANDSHAKE,
    everyday: true,
  },
  {
    id: "syn",
    term: "SYN",
    definition: "The flag, and the segment, that tells the other side where one's numbers begin.",
    lesson: HANDSHAKE,
  },
  {
    id: "ack",
    term: "ACK",
    definition: "The flag, and the segment, that acknowledges what has arrived.",
    lesson: HANDSHAKE,
  },
  {
    id: "syn-ack",
    term: "SYN-ACK",
    definition:
      "The second segment of the handshake: a SYN of one's own and an ACK for the other's.",
    lesson: HANDSHAKE,
  },
  {
    id: "sequence-number",
    term: "sequence number",
    definition:
      "The number of a byte in one direction of a TCP connection. SYN and FIN take one too.",
    lesson: HANDSHAKE,
  },
  {
    id: "initial-sequence-number",
    term: "initial sequence number",
    definition: "The sequence number that one side's SYN takes. Its data is counted from there.",
    lesson: HANDSHAKE,
  },
  {
    id: "acknowledgment-number",
    term: "acknowledgment number",
    definition: "The sequence number that the receiver expects next. All before it has arrived.",
    lesson: HANDSHAKE,
  },
  {
    id: "syn-sent",
    term: "SYN-SENT",
    definition: "The state of a side that has sent its SYN and waits for the answer.",
    lesson: HANDSHAKE,
  },
  {
    id: "syn-received",
    term: "SYN-RECEIVED",
    definition:
      "The state of a side that has received a SYN, has sent its own, and waits for the ACK.",
    lesson: HANDSHAKE,
  },
  {
    id: "established",
    term: "ESTABLISHED",
    definition: "The state of a connection whose handshake is complete, so that data can flow.",
    lesson: HANDSHAKE,
    everyday: true,
  },
  {
    id: "four-tuple",
    term: "4-tuple",
    definition:
      "The four values that name a TCP connection: local address, local port, remote address, remote port.",
    lesson: MANY,
  },
  {
    id: "demultiplexing",
    term: "demultiplexing",
    definition: "To sort what arrives on one network connection, each piece to its own socket.",
    lesson: MANY,
  },
  {
    id: "retransmission",
    term: "retransmission",
    definition: "To send again what was not acknowledged in time.",
    lesson: DATA,
  },
  {
    id: "window",
    term: "window",
    definition:
      "How many more bytes one side of a TCP connection is ready to take, as it tells the other.",
    lesson: DATA,
    everyday: true,
  },
  {
    id: "fin-wait-1",
    term: "FIN-WAIT-1",
    definition: "The state of a side that has closed, and whose FIN is not acknowledged yet.",
    lesson: CLOSING,
  },
  {
    id: "fin-wait-2",
    term: "FIN-WAIT-2",
    definition:
      "The state of a side that has closed, whose FIN is acknowledged, and that waits for the peer's FIN.",
    lesson: CLOSING,
  },
  {
    id: "close-wait",
    term: "CLOSE-WAIT",
    definition: "The state in which the peer has closed and this side's own program has not.",
    lesson: CLOSING,
  },
  {
    id: "last-ack",
    term: "LAST-ACK",
    definition: "The state of a side that closed second, until its FIN is acknowledged.",
    lesson: CLOSING,
  },
  {
    id: "closing",
    term: "CLOSING",
    definition:
      "The state of a side whose FIN crossed the peer's FIN, until its own is acknowledged.",
    lesson: CLOSING,
    everyday: true,
  },
  {
    id: "reset",
    term: "reset",
    definition: "A segment that says: there is no such connection, or no longer.",
    lesson: HANDSHAKE,
    everyday: true,
  },
  {
    id: "rst",
    term: "RST",
    definition: "The flag that makes a segment a reset.",
    lesson: FAILS,
  },
  {
    id: "keepalive",
    term: "keepalive",
    definition:
      "Probes that the kernel sends over an idle connection, to learn whether the other side is still there.",
    lesson: FAILS,
  },
];
