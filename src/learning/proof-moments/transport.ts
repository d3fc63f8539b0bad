import type { MisconceptionId } from "../misconception.ts";
import type { ProofMoment } from "../proof-moment.ts";

export const transportProofs = {
  "syn-has-no-number": {
    scenario: "rfc-figure-12",
    at: 13,
    lane: null,
    packet: 5,
    look: [
      "A's SYN has `seq 0`, and B answers `ack 1`: number 1 is what it wants next.",
      "A's FIN has `seq 1`, and B answers `ack 2`, in the marked segment: A's socket goes `from FIN-WAIT-1 to FIN-WAIT-2`.",
      "So the SYN was number 0 and the FIN number 1, though neither program has sent a byte of data.",
    ],
  },
  "always-client-server": {
    scenario: "rfc-figure-7",
    at: 10,
    lane: "output",
    look: [
      "A's listing has one row and B's has one, `ESTAB 0 0 10.0.0.2:6000 10.0.0.1:5000`: the two ends of one connection.",
      "No row on either host is in LISTEN.",
      "Both programs called connect(), and each SYN on the ladder was sent before the other one arrived.",
    ],
  },
  "handshake-politeness": {
    scenario: "rfc-figure-8",
    at: 10,
    lane: null,
    packet: 4,
    look: [
      "An old SYN, from an earlier attempt of A's, has reached B; the ladder calls it “from a stranger”. It has `seq -10`, and B's SYN,ACK says `ack -9`.",
      "A receives that. But the SYN that A has sent now has the number 0, so A answers with a reset, the marked segment, and B's socket goes `from SYN-RECEIVED to CLOSED`.",
      "Both ends are there, and still this connection did not open: its number was wrong.",
    ],
  },
  "close-ends-both": {
    scenario: "half-close",
    at: 24,
    lane: "code",
    look: [
      "A's shutdown() has closed A's direction with a FIN, and A can send no more: its next send() gave `EPIPE`.",
      "B's recv() has told B so, `= nothing: the end`, and B has sent five bytes after that.",
      'A\'s recv() has returned them: `= "part1"`.',
    ],
  },
  "send-equals-recv": {
    scenario: "stream-has-no-records",
    at: 17,
    lane: "code",
    look: [
      "A's program called send() twice, with three bytes each time.",
      'B\'s program called recv() once, and it returned all six: `= "onetwo"`.',
    ],
  },
  "close-sends-fin": {
    scenario: "unread-data-resets",
    at: 15,
    lane: "code",
    packet: 6,
    look: [
      "B's program called `server.close()`, and no FIN came of it: `RST,ACK from B:8080 arrives at A:46730.`",
      "Look at the lines above it: B's program never called recv(), so A's seven bytes were left unread.",
    ],
  },
  "close-wait-timer": {
    scenario: "close-wait-leak",
    at: 27,
    lane: "output",
    look: [
      "An hour has passed, and B's listing still has two rows in `CLOSE-WAIT`.",
      "A's listing has no row: A's ends were in FIN-WAIT-2, and there a timer ended both after a minute.",
      "B's program has read the end of one connection, `= nothing: the end`, and has closed neither.",
    ],
  },
  "close-wait-is-the-peers": {
    scenario: "close-wait-leak",
    at: 24,
    lane: "output",
    look: [
      "A has closed both connections, and now both of its rows are in FIN-WAIT-2, the second too: `FIN-WAIT-2 0 0 10.0.0.1:38088 10.0.0.2:8080`.",
      "That means that both FINs have arrived at B and are acknowledged: A and the network have done their part.",
      "The two rows in `CLOSE-WAIT` are B's, and B's program has not called close() for either.",
    ],
  },
  "keepalive-mends-close-wait": {
    scenario: "keepalive-in-close-wait",
    at: 30,
    lane: "descriptors",
    look: [
      "A answered two keepalive probes with an ACK, and B's row stayed in CLOSE-WAIT. Then A's socket was gone, and the third probe was answered with `RST`.",
      "The reset has taken B's connection `from CLOSE-WAIT to CLOSED`, and ss prints no row for it.",
      "B's program still has descriptor 4 open, for a socket that is `CLOSED`.",
    ],
  },
  "send-means-delivered": {
    scenario: "data-lost",
    at: 11,
    lane: "code",
    packet: 4,
    look: [
      'A\'s call `client.send(b"x")` has already returned: `= 1`.',
      "On the ladder the byte is lost on its way: B has nothing to receive.",
      "A's kernel still has it: in A's listing, Send-Q of the row is 1.",
    ],
  },
  "raw-takes-packets": {
    scenario: "raw-copy",
    at: 11,
    lane: "sockets",
    packet: 3,
    look: [
      "The marked SYN, for port 8080, has arrived at B. Among B's sockets, the one with `raw TCP` has a copy of it in its receive queue.",
      "B's own TCP has received it as well: there is a new socket in `SYN-RECEIVED`, and B answers with `SYN,ACK`.",
    ],
  },
  "raw-has-port": {
    scenario: "same-loss-raw",
    at: 4,
    lane: "output",
    packet: 1,
    look: [
      "A's packet has arrived with a protocol number, 253, and without any ports.",
      "B's socket has received it all the same: in B's row Recv-Q is no longer 0, `UNCONN 832`.",
      "The 253 in `0.0.0.0:253` is that protocol number: B's program gave it to socket() and never called bind().",
    ],
  },
  "udp-listens": {
    scenario: "tcp-and-udp-53",
    at: 6,
    lane: "output",
    command: "ss -tulpn",
    look: [
      "B prints two rows for port 53, and both sockets belong to one server.",
      "The row that begins with `tcp` says `LISTEN`, the one that begins with `udp` says `UNCONN`.",
      "The UDP socket needs no listen(): after bind() it can receive.",
    ],
  },
  "foreign-zero-is-host": {
    scenario: "udp-request-and-reply",
    at: 7,
    lane: "output",
    look: [
      'B\'s program has received `"hello" from 10.0.0.1:40000`.',
      "The peer in B's row is what it was before A had sent anything: `0.0.0.0:*`, where the star stands for port 0.",
      "Were A connected, its address and port would stand there.",
    ],
  },
  "udp-silence-closed": {
    scenario: "udp-lost",
    at: 5,
    lane: "output",
    look: [
      "After 1.5 seconds A's recvfrom() finds no answer: `EAGAIN`.",
      "B's listing shows that a program has the port: `0.0.0.0:9999`.",
      "On the ladder the datagram was lost before it came to B.",
    ],
  },
  "udp-never-established": {
    scenario: "udp-connected",
    at: 7,
    lane: "output",
    look: [
      "The listing is of UDP sockets alone, and A's row reads `ESTAB`, which is short for ESTABLISHED, with the peer `10.0.0.2:9999`.",
      "The ladder has no packet yet: A's connect() sent nothing.",
    ],
  },
} as const satisfies Partial<Record<MisconceptionId, ProofMoment>>;
