import type { MisconceptionId } from "../misconception.ts";
import type { ProofMoment } from "../proof-moment.ts";

export const portProofs = {
  "accept-new-port": {
    scenario: "three-clients-one-port",
    at: 25,
    lane: "output",
    look: [
      "The third accept() has returned, and B's listing has four rows: the listener and one for each client.",
      "B's end is port 8080 in all four, and in the newest too: `10.0.0.2:8080 10.0.0.3:46356`.",
      "What accept() gave each time is a new descriptor, the last one `fd=6`, and no new port.",
    ],
  },
  "server-65535": {
    scenario: "three-clients-one-port",
    at: 24,
    lane: "output",
    look: [
      "In B's listing, three clients are connected, and all three are on B's one port 8080: no port of B is spent on a client.",
      "The newest row, `ESTAB 0 0 10.0.0.2:8080 10.0.0.3:46356`, even has the same two port numbers as the row of `10.0.0.1:46356`.",
      "The client's address alone keeps the two connections apart.",
    ],
  },
  "client-uses-80": {
    scenario: "not-http-on-80",
    at: 8,
    lane: "output",
    look: [
      "A's row has two different ports: `ESTAB 0 0 10.0.0.1:46730 10.0.0.2:80`.",
      "A's own port is 46730. A's program asked for none: the system chose it when connect() was called.",
    ],
  },
  "port-is-socket": {
    scenario: "three-clients-one-port",
    at: 11,
    lane: "sockets",
    look: [
      "Count B's sockets: there are two, and both have 8080 as their local port.",
      "One is the listener, held as `fd 3 of python3 1000`; the other is the connection that accept() has returned, held as `fd 4 of python3 1000`.",
      "One number and two sockets: they cannot be the same thing.",
    ],
  },
  "one-process-per-port": {
    scenario: "reuseport-spread",
    at: 8,
    lane: "output",
    look: [
      "B's listing has two rows in `LISTEN` on the very same `0.0.0.0:8080`.",
      'They belong to two processes: `("worker1",pid=1000,fd=3)` and `("worker2",pid=1001,fd=3)`.',
      "Both had set SO_REUSEPORT before bind(), so the second one was let in.",
    ],
  },
  "port-is-process": {
    scenario: "forked-descriptor",
    at: 11,
    lane: "output",
    look: [
      'fork() has returned, and the row of B\'s listener on port 8080 now names two processes at its end: `("python3",pid=1001,fd=3),("python3",pid=1000,fd=3)`.',
      "Their own numbers are 1001 and 1000; 8080 is neither of them, and one port leads to both.",
    ],
  },
  "reuseaddr-two-listeners": {
    scenario: "second-listener",
    at: 7,
    lane: "code",
    look: [
      "Both programs have set SO_REUSEADDR, and each time the call succeeded.",
      "All the same, the second program's bind() failed with `EADDRINUSE`, Address already in use: the first one listens there.",
      'B\'s listing still has one listener, `("old",pid=1000,fd=3)`.',
    ],
  },
  "tcp-udp-clash": {
    scenario: "tcp-and-udp-53",
    at: 6,
    lane: "output",
    command: "ss -tulpn",
    look: [
      "B's listing shows port 53 twice: `tcp LISTEN 0 10 0.0.0.0:53`, which was there first, and now `udp UNCONN 0 0 0.0.0.0:53`.",
      "`bind(udp, *:53): it succeeds`: had the TCP socket taken the port from UDP as well, this call would have failed with EADDRINUSE, for one program as for two.",
    ],
  },
  "endpoint-without-protocol": {
    scenario: "tcp-and-udp-53",
    at: 6,
    lane: "output",
    command: "ss -tulpn",
    look: [
      "Both rows of B's listing have the same address and the same port, `0.0.0.0:53`, and yet they are two sockets: descriptors 4 and 3.",
      "It takes the protocol in the first column to say which of them is meant: `udp UNCONN` or `tcp LISTEN`.",
    ],
  },
  "port-proves-service": {
    scenario: "not-http-on-80",
    at: 12,
    lane: null,
    packet: 4,
    look: [
      "The marked segment has come to B's port 80: `The data (11 bytes) from A:46730 arrives at B:80.`",
      "Its data is `knock knock`. That is no HTTP: it has no method, no path and no version.",
      "B's kernel takes it all the same, and acknowledges it.",
    ],
  },
  "registered-is-reserved": {
    scenario: "not-http-on-80",
    at: 4,
    lane: "output",
    look: [
      "B's listing has a listener on HTTP's port: `LISTEN 0 5 0.0.0.0:80`.",
      'B\'s program riddle speaks no HTTP (all that its code ever sends is “who is there?”), and still its `listener.bind(("0.0.0.0", 80))` was `ok`.',
    ],
  },
  "ping-has-port": {
    scenario: "ping-without-port",
    at: 3,
    lane: null,
    packet: 1,
    look: [
      "The marked request has reached B, not a port of B, and is answered already: `B sends ICMP echo reply to A`.",
      "The request's ICMP header (unfold “Headers, byte by byte” below) has a type, a code, a checksum, an identifier and a sequence number, and no field for a port.",
      "The 1 in A's row, `0.0.0.0:1`, is no port: ss prints ICMP's protocol number in that place.",
    ],
  },
  "port-zero": {
    scenario: "listen-without-bind",
    at: 7,
    lane: "code",
    look: [
      'B\'s program asked for port 0, `zero.bind(("0.0.0.0", 0))`, and the call was `ok`; but the socket does not have port 0.',
      "getsockname(), the last call, tells what it has, `*:38089`: a port that B's system chose.",
    ],
  },
  "bound-at-creation": {
    scenario: "listen-without-bind",
    at: 2,
    lane: "code",
    look: [
      "The socket exists: socket() has returned descriptor 3.",
      "Asked for its address and port, it has neither: `listener.getsockname()` returned `= *:0`. The star stands for no address, the 0 for no port.",
    ],
  },
  "below-1024-root": {
    scenario: "privileged-port",
    at: 12,
    lane: "code",
    look: [
      "A's program python3 is run by “nobody”, who is an ordinary user. It asked for port 80, and the call failed with `EACCES`.",
      "On B a program of that same user gets the port: `B's program python3 calls bind(web, *:80): it succeeds`.",
      "What differs is a setting, the first port that anybody may have: `ip_unprivileged_port_start = 0` on B, and 1024 on A.",
    ],
  },
  "bind-before-listen": {
    scenario: "listen-without-bind",
    at: 3,
    lane: "code",
    look: [
      "No bind() comes before `listener.listen(5)` in B's code, and still the call was `ok`.",
      "B's listing has a row for the listener: `LISTEN 0 5 0.0.0.0:46731`, on a port that the system chose.",
    ],
  },
  "ephemeral-49152": {
    scenario: "listen-without-bind",
    at: 3,
    lane: "output",
    look: [
      "B's program asked for no port, and its system chose one: `LISTEN 0 5 0.0.0.0:46731`.",
      "46731 is below 49152. B does as Linux does, which chooses from 32768 to 60999.",
    ],
  },
  "no-port-left-is-server": {
    scenario: "ports-exhausted",
    at: 30,
    lane: "code",
    look: [
      "`connect(client5, 10.0.0.2:8080): it fails with EADDRNOTAVAIL (Cannot assign requested address)`, at once, and no SYN has left A for it.",
      "B was not asked, so the answer cannot be B's.",
      "A's listing shows what has run out: its four rows towards `10.0.0.2:8080` take all the ports that A may choose from, `ip_local_port_range = 40000 40003`.",
    ],
  },
  "port-is-hardware": {
    scenario: "loopback",
    at: 12,
    lane: null,
    packet: 4,
    look: [
      "The marked segment has gone from port 46730 to port 8080, and both are on B: `The data (5 bytes) from B:46730 arrives at B:8080`.",
      "It never left the machine, so no cable and no plug had a part in it.",
      "The two ports are numbers in the segment's header.",
    ],
  },
} as const satisfies Partial<Record<MisconceptionId, ProofMoment>>;
