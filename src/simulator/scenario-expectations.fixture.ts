/**
 * What each scenario comes to, written down from the kernel's traces and from RFC 9293's figures, not from what the
 * simulator gives. Segments in short: `>` from A to B (or from a stranger to B), `<` from B to A; S SYN, SA SYN-ACK,
 * A ACK, F FIN with ACK, R RST, RA RST with ACK, P5 five bytes; U5 a datagram of five bytes, W5 five bytes of a protocol
 * without a name here, I3/3 ICMP's type and code; then relative seq, and ack where there is one. x behind: lost;
 * + before: put on the wire by a step; ? any number.
 */
export interface Expectation {
  /** All of them, in order; left out where the trace's order hangs on timing below a retransmission timeout. */
  readonly segments?: string;
  /** At the end, in the order of the alphabet: states of TCP, names of other protocols. */
  readonly A?: string;
  readonly B?: string;
  /** Calls that failed, in the order they did. */
  readonly errors?: readonly string[];
  /** What recv() and recvfrom() gave. */
  readonly received?: readonly string[];
  /** A's and B's tables after an earlier step, counted from the end: 1 is the one before the last. */
  readonly before?: { readonly steps: number; readonly A?: string; readonly B?: string };
  /** Of the segments, in seconds; to a tenth. */
  readonly times?: readonly number[];
  /** Of the errors, in seconds; to a tenth. */
  readonly errorTimes?: readonly number[];
}

const OPEN = ">S 0 <SA 0/1 >A 1/1";
/** The 20 bytes before a raw socket's data on IPv4, from A to B, written in hexadecimal. */
const ipHeader = (length: string, protocol: string, checksum: string) =>
  bytes(`45 00 ${length} 00 00 40 00 40 ${protocol} ${checksum} 0a 00 00 01 0a 00 00 02`);
const bytes = (hex: string) =>
  String.fromCharCode(...hex.split(" ").map((byte) => Number.parseInt(byte, 16)));
const LOST_SYNS = (count: number) => Array.from({ length: count }, () => ">S 0x").join(" ");

export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  "open-and-close": {
    segments: `${OPEN} >P5 1/1 <A 1/6 <P3 1/6 >A 6/4 >F 6/4 <A 4/7 <F 4/7 >A 7/5`,
    A: "TIME-WAIT",
    B: "LISTEN",
    received: ["hello", "HI!", ""],
  },
  "server-closes-first": {
    segments: `${OPEN} >P3 1/1 <A 1/4 <P8 1/4 <F 9/4 >A 4/9 >A 4/10 >F 4/10 <A 10/5`,
    A: "",
    B: "LISTEN TIME-WAIT",
    received: ["GET", "response", ""],
  },
  "simultaneous-close": {
    segments: `${OPEN} >F 1/1 <F 1/1 <A 2/2 >A 2/2`,
    A: "TIME-WAIT",
    B: "LISTEN TIME-WAIT",
  },
  "simultaneous-open": {
    segments: ">S 0 <S 0 <SA 0/1 >SA 0/1 >A 1/1 <A 1/1 >P2 1/1 <A 1/3 >F 3/1 <F 1/3 <A 2/4 >A 4/2",
    A: "TIME-WAIT",
    B: "TIME-WAIT",
    received: ["hi"],
  },
  "half-close": {
    segments: `${OPEN} >P7 1/1 >F 8/1 <A 1/8 <A 1/9 <P5 1/9 >A 9/6 <P5 6/9 >A 9/11 <F 11/9 >A 9/12`,
    A: "TIME-WAIT",
    B: "LISTEN",
    errors: ["send EPIPE"],
    received: ["request", "", "part1", "part2", ""],
  },
  "stream-has-no-records": {
    A: "ESTABLISHED",
    B: "ESTABLISHED LISTEN",
    received: ["onetwo"],
  },
  "abort-with-linger-zero": {
    segments: `${OPEN} >RA 1/1`,
    A: "",
    B: "LISTEN",
    errors: ["recv ECONNRESET", "send EPIPE"],
  },
  "unread-data-resets": {
    segments: `${OPEN} >P7 1/1 <A 1/8 <RA 1/8`,
    A: "",
    B: "LISTEN",
    errors: ["recv ECONNRESET"],
  },
  "forked-descriptor": {
    segments: `${OPEN} <F 1/1 >A 1/2`,
    before: { steps: 2, A: "ESTABLISHED", B: "ESTABLISHED LISTEN" },
    A: "CLOSE-WAIT",
    B: "FIN-WAIT-2 LISTEN",
  },
  "process-killed": {
    segments: `${OPEN} >F 1/1 <A 1/2`,
    A: "FIN-WAIT-2",
    B: "CLOSE-WAIT LISTEN",
    received: [""],
  },
  "close-before-answer": {
    segments: ">S 0 <SA 0/1 >R 1",
    A: "",
    B: "LISTEN",
    errors: ["connect EINPROGRESS"],
  },
  refused: {
    segments: ">S 0 <RA 0/1 >S 0 <RA 0/1",
    A: "",
    B: "",
    errors: ["connect ECONNREFUSED", "connect ECONNREFUSED"],
  },
  "refused-or-filtered": {
    segments: `>S 0 <RA 0/1 >S 0 >S 0 <I3/3 >S 0 <I3/13 >S 0 <RA 0/1 >S 0 <I3/1 ${OPEN}`,
    A: "ESTABLISHED SYN-SENT",
    B: "ESTABLISHED LISTEN",
    errors: [
      "connect ECONNREFUSED",
      "connect ECONNREFUSED",
      "connect EHOSTUNREACH",
      "connect ECONNREFUSED",
      "connect EHOSTUNREACH",
    ],
  },
  "established-takes-nobody": {
    segments: `${OPEN} >S 0 <RA 0/1 <S 0 >RA 0/1 >P5 1/1 <A 1/6`,
    A: "ESTABLISHED",
    B: "ESTABLISHED",
    errors: ["connect ECONNREFUSED", "connect ECONNREFUSED"],
    received: ["hello"],
  },
  "wrong-bind-address": {
    A: "ESTABLISHED",
    B: "ESTABLISHED ESTABLISHED ESTABLISHED ESTABLISHED ESTABLISHED LISTEN LISTEN",
    errors: ["connect ECONNREFUSED"],
  },
  "address-of-another-machine": {
    segments: OPEN,
    A: "ESTABLISHED",
    B: "ESTABLISHED LISTEN",
    errors: ["bind EADDRNOTAVAIL"],
  },
  loopback: { B: "ESTABLISHED ESTABLISHED LISTEN", received: ["hello"] },
  "loopback-to-outside": {
    segments: OPEN,
    A: "ESTABLISHED",
    B: "ESTABLISHED LISTEN",
    errors: ["connect EINVAL"],
  },
  "localhost-twice": {
    B: "ESTABLISHED ESTABLISHED ESTABLISHED ESTABLISHED LISTEN LISTEN",
    errors: ["connect ECONNREFUSED"],
  },
  "one-address-two-ways": {
    A: "ESTABLISHED",
    B: "ESTABLISHED ESTABLISHED ESTABLISHED LISTEN",
  },
  "filter-before-listener": {
    segments: `${OPEN} >S 0 >S 0 >S 0 >S 0 <SA 0/1 >A 1/1`,
    times: [0, 0, 0, 0.1, 1.1, 2.1, 3.1, 3.1, 3.1],
    before: { steps: 2, A: "ESTABLISHED SYN-SENT", B: "ESTABLISHED LISTEN" },
    A: "ESTABLISHED ESTABLISHED",
    B: "ESTABLISHED ESTABLISHED LISTEN",
  },
  "dual-stack": {
    segments: `${OPEN} ${OPEN} >S 0 <RA 0/1`,
    A: "ESTABLISHED ESTABLISHED",
    B: "ESTABLISHED ESTABLISHED LISTEN LISTEN",
    errors: ["connect ECONNREFUSED"],
  },
  "privileged-port": {
    segments: "",
    A: "",
    errors: ["bind EACCES", "bind EACCES", "bind EACCES", "socket EPERM"],
  },
  "invisible-sockets": { before: { steps: 1, B: "udp" }, B: "LISTEN udp" },
  "listen-without-bind": { B: "LISTEN", errors: [] },
  "close-wait-leak": {
    before: { steps: 2, A: "FIN-WAIT-2 FIN-WAIT-2", B: "CLOSE-WAIT CLOSE-WAIT LISTEN" },
    A: "",
    B: "CLOSE-WAIT CLOSE-WAIT LISTEN",
    received: [""],
  },
  "keepalive-in-close-wait": {
    segments: `${OPEN} >F 1/1 <A 1/2 <A 0/2 >A 2/1 <A 0/2 >A 2/1 <A 0/2 >R 2`,
    times: [0, 0, 0, 0.1, 0.1, 20.1, 20.1, 40.2, 40.2, 60.2, 60.2],
    before: { steps: 3, A: "FIN-WAIT-2", B: "CLOSE-WAIT LISTEN" },
    A: "",
    B: "LISTEN",
    received: [""],
  },
  "waiting-calls": {
    segments: `${OPEN} >P5 1/1 <A 1/6`,
    A: "ESTABLISHED",
    B: "ESTABLISHED LISTEN",
    errors: ["recv EAGAIN"],
    received: ["hello"],
  },
  "full-accept-queue": {
    segments: `${OPEN} ${OPEN} >S 0 >S 0 >S 0 >S 0 <SA 0/1 >A 1/1`,
    before: {
      steps: 2,
      A: "ESTABLISHED ESTABLISHED SYN-SENT",
      B: "ESTABLISHED ESTABLISHED LISTEN",
    },
    A: "ESTABLISHED ESTABLISHED ESTABLISHED",
    B: "ESTABLISHED ESTABLISHED ESTABLISHED LISTEN",
  },
  "accept-queue-race": {
    before: {
      steps: 2,
      A: "ESTABLISHED ESTABLISHED ESTABLISHED ESTABLISHED",
      B: "ESTABLISHED ESTABLISHED ESTABLISHED LISTEN SYN-RECEIVED",
    },
    A: "ESTABLISHED ESTABLISHED ESTABLISHED ESTABLISHED",
    B: "ESTABLISHED ESTABLISHED ESTABLISHED LISTEN SYN-RECEIVED",
  },
  "three-clients-one-port": {
    segments: `${OPEN} ${OPEN} ${OPEN} >P13 1/1 >P13 1/1 >P13 1/1 <A 1/14 <A 1/14 <A 1/14`,
    A: "ESTABLISHED ESTABLISHED ESTABLISHED",
    B: "ESTABLISHED ESTABLISHED ESTABLISHED LISTEN",
    received: ["from client 1", "from client 2", "from client 3"],
  },
  "two-servers-one-port": { B: "LISTEN LISTEN", errors: ["bind EADDRINUSE"] },
  "bind-conflicts": {
    B: "LISTEN LISTEN udp",
    errors: ["bind EADDRINUSE", "bind EADDRINUSE", "bind EADDRINUSE", "listen EADDRINUSE"],
  },
  "reuseport-spread": {
    A: Array.from({ length: 12 }, () => "ESTABLISHED").join(" "),
    B: `${Array.from({ length: 12 }, () => "ESTABLISHED").join(" ")} LISTEN LISTEN LISTEN`,
  },
  "tcp-and-udp-53": { B: "LISTEN udp", errors: [] },
  "not-http-on-80": {
    segments: `${OPEN} >P11 1/1 <A 1/12 <P13 1/12 >A 12/14`,
    A: "ESTABLISHED",
    B: "ESTABLISHED LISTEN",
    received: ["knock knock", "who is there?"],
  },
  "ping-without-port": { segments: ">I8/0 <I0/0", A: "raw", B: "" },
  "restart-over-time-wait": {
    segments: `${OPEN} <F 1/1 >A 1/2 >F 1/2 <A 2/2`,
    before: { steps: 3, A: "", B: "TIME-WAIT" },
    A: "",
    B: "LISTEN",
    errors: ["bind EADDRINUSE", "bind EADDRINUSE"],
  },
  "restart-with-reuseaddr": { A: "", B: "LISTEN TIME-WAIT", errors: [] },
  "restart-with-clients": {
    segments: OPEN,
    A: "ESTABLISHED",
    B: "ESTABLISHED",
    errors: ["bind EADDRINUSE", "bind EADDRINUSE"],
  },
  "second-listener": { B: "LISTEN", errors: ["bind EADDRINUSE"] },
  "ports-exhausted": {
    segments: `${OPEN} ${OPEN} ${OPEN} ${OPEN} ${OPEN} >F 1/1 <A 1/2 <F 1/2 >A 2/2 ${OPEN}`,
    before: { steps: 3, A: "ESTABLISHED ESTABLISHED ESTABLISHED ESTABLISHED" },
    A: "ESTABLISHED ESTABLISHED ESTABLISHED ESTABLISHED ESTABLISHED",
    B: "ESTABLISHED ESTABLISHED ESTABLISHED ESTABLISHED ESTABLISHED LISTEN LISTEN",
    errors: ["connect EADDRNOTAVAIL", "bind EADDRINUSE", "connect EADDRNOTAVAIL"],
  },
  "time-wait-sixty-seconds": {
    segments: `${OPEN} >F 1/1 <A 1/2 <F 1/2 >A 2/2`,
    before: { steps: 1, A: "TIME-WAIT", B: "LISTEN" },
    A: "",
    B: "LISTEN",
  },
  "fin-timeout": {
    segments: `${OPEN} ${OPEN} >F 1/1 >F 1/1 <A 1/2 <A 1/2 <F 1/2 >A 2/2`,
    before: { steps: 1, A: "TIME-WAIT", B: "CLOSE-WAIT LISTEN" },
    A: "",
    B: "CLOSE-WAIT LISTEN",
  },
  "last-ack-lost": {
    segments: `${OPEN} >F 1/1 <A 1/2 <F 1/2 >A 2/2x <F 1/2 >A 2/2`,
    before: { steps: 1, A: "TIME-WAIT", B: "LAST-ACK LISTEN" },
    A: "TIME-WAIT",
    B: "LISTEN",
  },
  "syn-lost-once": {
    segments: `>S 0x ${OPEN}`,
    A: "ESTABLISHED",
    B: "ESTABLISHED LISTEN",
  },
  "syn-lost-for-ever": {
    segments: LOST_SYNS(11),
    times: [0, 1, 2, 3, 4, 5, 7, 11, 19, 35, 67],
    before: { steps: 1, A: "SYN-SENT" },
    A: "",
    errors: ["connect ETIMEDOUT"],
    errorTimes: [131],
  },
  "syn-lost-for-ever-classic": {
    segments: LOST_SYNS(7),
    times: [0, 1, 3, 7, 15, 31, 63],
    before: { steps: 1, A: "SYN-SENT" },
    A: "",
    errors: ["connect ETIMEDOUT"],
    errorTimes: [127],
  },
  "syn-ack-lost": {
    segments: ">S 0 <SA 0/1x >S 0 <SA 0/1 <SA 0/1 >A 1/1 >A 1/1",
    before: { steps: 1, A: "SYN-SENT", B: "LISTEN SYN-RECEIVED" },
    A: "ESTABLISHED",
    B: "ESTABLISHED LISTEN",
  },
  "handshake-ack-lost": {
    segments: ">S 0 <SA 0/1 >A 1/1x >P5 1/1 <A 1/6",
    A: "ESTABLISHED",
    B: "ESTABLISHED LISTEN",
    errors: ["accept EAGAIN"],
    received: ["hello"],
  },
  "data-lost": {
    segments: `${OPEN} >P1 1/1x >P1 1/1x >P1 1/1x >P1 1/1x >P1 1/1 <A 1/2`,
    A: "ESTABLISHED",
    B: "ESTABLISHED LISTEN",
    received: ["x"],
  },
  "fin-lost": {
    segments: `${OPEN} >F 1/1x >F 1/1x >F 1/1x >F 1/1 <A 1/2`,
    A: "FIN-WAIT-2",
    B: "CLOSE-WAIT LISTEN",
  },
  "half-open-found-by-syn": {
    segments: `${OPEN} >P1 1/1 <A 1/2 >S 0 <A 1/? >R ? ${OPEN}`,
    A: "ESTABLISHED",
    B: "ESTABLISHED LISTEN",
    errors: ["recv ECONNRESET"],
    received: ["x"],
  },
  "half-open-found-by-data": {
    segments: `${OPEN} >P1 1/1 <A 1/2 <P10 1/2 >R 2`,
    A: "",
    B: "LISTEN",
    errors: ["recv ECONNRESET", "send EPIPE"],
    received: ["x"],
  },
  "vanished-peer": { segments: OPEN, B: "ESTABLISHED LISTEN" },
  "vanished-peer-keepalive": {
    segments: `${OPEN} >P1 1/1 <A 1/2 <A 0/2x <A 0/2x <A 0/2x <RA 1/2x`,
    B: "LISTEN",
    errors: ["recv ETIMEDOUT"],
    received: ["x"],
  },
  "write-to-closed-peer": {
    segments: `${OPEN} >F 1/1 <A 1/2 <P3 1/2 >R 2`,
    A: "",
    B: "LISTEN",
    errors: ["send EPIPE"],
    received: [""],
  },
  "old-duplicate-syn": {
    segments: ">S 0 +>S -10 <SA 0/-9 >R -9 >S 0 <SA 0/1 <SA 0/1 >A 1/1 >A 1/1",
    A: "ESTABLISHED",
    B: "ESTABLISHED LISTEN",
  },
  "blind-reset": {
    segments: `${OPEN} +>R 1000001 +>R 101 <A 1/1 +>S 1 <A 1/1 +>R 1`,
    A: "ESTABLISHED",
    B: "LISTEN",
    errors: ["recv ECONNRESET"],
  },
  "syn-flood": {
    A: "SYN-SENT",
    B: "LISTEN SYN-RECEIVED SYN-RECEIVED SYN-RECEIVED SYN-RECEIVED",
  },
  "syn-flood-with-cookies": {
    A: "ESTABLISHED",
    B: "ESTABLISHED LISTEN SYN-RECEIVED SYN-RECEIVED SYN-RECEIVED SYN-RECEIVED SYN-RECEIVED",
  },
  "raw-copy": {
    segments: ">S 0 <RA 0/1 +>S 0 <SA 0/1 >R 1",
    A: "",
    B: "LISTEN raw",
    errors: ["connect ECONNREFUSED"],
  },
  "udp-request-and-reply": {
    segments: ">U5 <U2",
    A: "udp",
    B: "udp",
    received: ["hello", "hi"],
  },
  "udp-lost": {
    segments: ">U4x",
    A: "udp",
    B: "udp",
    errors: ["recvfrom EAGAIN", "recvfrom EAGAIN"],
  },
  "udp-doubled": {
    segments: ">U5",
    A: "udp",
    B: "udp",
    errors: ["recvfrom EAGAIN"],
    received: ["pay 5", "pay 5"],
  },
  "udp-out-of-order": { segments: ">U5 >U6", A: "udp", B: "udp", received: ["second", "first"] },
  "udp-to-nobody": {
    segments: ">U1 <I3/3 >U1 <I3/3 >U1 <I3/3",
    A: "udp udp ESTABLISHED",
    B: "",
    errors: ["recvfrom EAGAIN", "recv ECONNREFUSED", "recv EAGAIN", "send ECONNREFUSED"],
  },
  "udp-connected": {
    segments: "<U8 >I3/3 <U6",
    A: "udp ESTABLISHED",
    B: "udp udp",
    errors: ["recv EAGAIN"],
    received: ["friend"],
  },
  "udp-truncated": {
    segments: ">U10 >U0",
    errors: ["recv EAGAIN"],
    received: ["0123", ""],
  },
  "udp-overflow": {
    segments: ">U500 >U500 >U500 >U500 >U500 >U500 >U500 >U500",
    errors: ["recv EAGAIN"],
    received: ["x".repeat(500)],
  },
  "same-loss-stream": {
    segments: `${OPEN} >P3 1/1 <A 1/4 >P3 4/1x >P5 7/1 <A 1/4 >P3 4/1 <A 1/12`,
    // The kernel's probe came 0.245 s after the lost segment.
    times: [0, 0, 0, 0.1, 0.1, 0.2, 0.4, 0.5, 0.5, 0.5],
    A: "ESTABLISHED",
    B: "ESTABLISHED LISTEN",
    errors: ["recv EAGAIN"],
    received: ["onetwothree"],
  },
  "same-loss-datagram": {
    segments: ">U3 >U3x >U5",
    A: "udp",
    B: "udp",
    errors: ["recvfrom EAGAIN"],
    received: ["one", "three"],
  },
  // The kernel numbers these packets in the header's fifth and sixth octet; here they are 0, and the checksum fits.
  "same-loss-raw": {
    segments: ">W3 >W3x >W5",
    A: "raw",
    B: "raw",
    errors: ["recvfrom EAGAIN"],
    received: [
      `${ipHeader("00 17", "fd", "25 e8")}one`,
      `${ipHeader("00 19", "fd", "25 e6")}three`,
    ],
  },
  "raw-headers": {
    segments: ">W2 >W2 >U2 <I3/3",
    A: "raw raw udp",
    B: "raw raw raw",
    received: [
      `${ipHeader("00 16", "fd", "25 e9")}hi`,
      "hi",
      `${ipHeader("00 1e", "11", "26 cd")}${bytes("9c 40 27 0f 00 0a c0 1e")}hi`,
    ],
  },
  "rfc-figure-6": {
    segments: `${OPEN} >P4 1/1 <A 1/5`,
    A: "ESTABLISHED",
    B: "ESTABLISHED LISTEN",
  },
  "rfc-figure-7": {
    segments: ">S 0 <S 0 <SA 0/1 >SA 0/1",
    A: "ESTABLISHED",
    B: "ESTABLISHED",
  },
  "rfc-figure-8": {
    segments: ">S 0 +>S -10 <SA 0/-9 >R -9 <SA 0/1 >A 1/1",
    A: "ESTABLISHED",
    B: "ESTABLISHED LISTEN",
  },
  "rfc-figure-9": {
    segments: `${OPEN} >S 0 <A 1/? >R ? ${OPEN}`,
    A: "ESTABLISHED",
    B: "ESTABLISHED LISTEN",
    errors: ["recv ECONNRESET"],
  },
  "rfc-figure-10": {
    segments: `${OPEN} <P10 1/1 >R 1`,
    A: "",
    B: "LISTEN",
    errors: ["recv ECONNRESET"],
  },
  "rfc-figure-11": { segments: "+>S 0 <SA 0/1 >R 1", A: "LISTEN", B: "LISTEN" },
  "rfc-figure-12": {
    segments: `${OPEN} >F 1/1 <A 1/2 <F 1/2 >A 2/2`,
    before: { steps: 1, A: "TIME-WAIT", B: "LISTEN" },
    A: "",
    B: "LISTEN",
  },
  "rfc-figure-13": {
    segments: `${OPEN} >F 1/1 <F 1/1 <A 2/2 >A 2/2`,
    before: { steps: 1, A: "TIME-WAIT", B: "LISTEN TIME-WAIT" },
    A: "",
    B: "LISTEN",
  },
};
