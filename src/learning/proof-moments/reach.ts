import type { MisconceptionId } from "../misconception.ts";
import type { ProofMoment } from "../proof-moment.ts";

export const reachProofs = {
  "loopback-reachable": {
    scenario: "wrong-bind-address",
    at: 13,
    lane: "code",
    look: [
      'A\'s call `client.connect(("10.0.0.2", 8080))` failed with `ECONNREFUSED`.',
      'The server was there all the while: B\'s own client called `own.connect(("127.0.0.1", 8080))`, and that was `ok`.',
      'What keeps A out is the address in `local.bind(("127.0.0.1", 8080))`.',
    ],
  },
  "any-is-localhost": {
    scenario: "wrong-bind-address",
    at: 26,
    lane: "code",
    look: [
      'B has two servers now. One called `local.bind(("127.0.0.1", 8080))`, the other `everywhere.bind(("0.0.0.0", 8081))`.',
      "A asked for both from outside. The first call failed with `ECONNREFUSED`; and now `connect(second, 10.0.0.2:8081) of A's program succeeds`.",
      "If the two addresses meant the same, both calls would have failed.",
    ],
  },
  "loopback-talks-outside": {
    scenario: "loopback-to-outside",
    at: 7,
    lane: "code",
    look: [
      'A\'s socket is bound to `127.0.0.1:4000`, and its call `inside.connect(("10.0.0.2", 8080))` failed with `EINVAL`.',
      "No SYN is on the ladder: A's kernel rejected the call before anything was sent, and A's listing has no row.",
    ],
  },
  "localhost-is-127": {
    scenario: "localhost-twice",
    at: 8,
    lane: "code",
    look: [
      'A server listens: it called `over4.bind(("127.0.0.1", 8080))`, and B\'s listing has its row.',
      'A client on the same host tried the other address that localhost stands for. Its call `refused.connect(("::1", 8080))` failed with `ECONNREFUSED`.',
    ],
  },
  "address-is-interface": {
    scenario: "one-address-two-ways",
    at: 14,
    lane: null,
    packet: 4,
    look: [
      "The marked SYN went from B to B and never onto the wire: Linux passes it through lo, an interface that has 127.0.0.1 and not 10.0.0.2.",
      'The server is bound to 10.0.0.2, and still it answered: `own.connect(("10.0.0.2", 8080))` was `ok`, and B\'s listing has the row `ESTAB 0 0 10.0.0.2:38088 10.0.0.2:8080`.',
      "A's connection to the same server, further up, did come by the wire.",
    ],
  },
  "row-shows-firewall": {
    scenario: "filter-before-listener",
    at: 14,
    lane: "output",
    packet: 4,
    look: [
      "B's filter, its firewall, `drops TCP packets to port 8080`, and the SYN of A's second client got no further: `B discards SYN from A:38088.`",
      "In B's listing nothing has changed. The row `LISTEN 0 5 0.0.0.0:8080` says what it said before there was a filter.",
    ],
  },
  "dual-stack": {
    scenario: "dual-stack",
    at: 9,
    lane: "output",
    command: "netstat -tanp",
    look: [
      "B's listing has one listener, in the row with `:::8080` (address ::, port 8080), and none for IPv4.",
      "The row below it is a client's connection, and both addresses are IPv4: `10.0.0.2:8080 10.0.0.1:46730 ESTABLISHED`.",
      "It begins with `tcp6` all the same, since its socket came from the IPv6 listener.",
    ],
  },
  "refused-is-firewall": {
    scenario: "refused",
    at: 4,
    lane: null,
    packet: 2,
    look: [
      "No filter is in this run. B's own kernel answered: `RST,ACK from B:9999 arrives at A:46730.`",
      "A's program is told of that reset: `ECONNREFUSED (Connection refused), after 40 ms`.",
      "B's listing shows the reason: it has no row at all, so nobody listens on port 9999.",
    ],
  },
  "closed-is-a-port-property": {
    scenario: "wrong-bind-address",
    at: 13,
    lane: "code",
    look: [
      "Port 8080 of B is asked for from two places at the same time.",
      'From A, `client.connect(("10.0.0.2", 8080))` failed with `ECONNREFUSED`; on B itself `own.connect(("127.0.0.1", 8080))` was `ok`.',
      "From A the port is closed, on B it is open: the server is bound to 127.0.0.1.",
    ],
  },
  "established-is-open-port": {
    scenario: "established-takes-nobody",
    at: 16,
    lane: "output",
    packet: 5,
    look: [
      "B's listener is closed. One row with port 8080 is left in B's listing: `ESTAB 0 0 10.0.0.2:8080 10.0.0.1:4000`.",
      "A's second client asked for that port and got a reset: `RST,ACK from B:8080 arrives at A:46730.`",
      "The row is still there, and its own connection goes on.",
    ],
  },
  "listen-becomes-established": {
    scenario: "open-and-close",
    at: 9,
    lane: "output",
    look: [
      "The handshake is over, and B's listing has two rows.",
      "`LISTEN 1 5 0.0.0.0:8080` is the listener's, still there; `ESTAB 0 0 10.0.0.2:8080 10.0.0.1:46730` has come beside it.",
    ],
  },
  "in-use-means-running": {
    scenario: "restart-over-time-wait",
    at: 19,
    lane: "sockets",
    look: [
      'B\'s server has closed its connection and its listener, and still `again.bind(("0.0.0.0", 8080))` failed with `EADDRINUSE`.',
      "Among B's sockets, the one in `TIME-WAIT` still has `10.0.0.2:8080`. Below its addresses stands: `No program has it. The kernel waits.`",
      "So the kernel alone holds the port, and no program, old or new.",
    ],
  },
  "socket-dies-with-process": {
    scenario: "process-killed",
    at: 11,
    lane: "output",
    look: [
      "A's program has ended: `exit() of A's program ends the program.`",
      "A's listing still has the connection's row, `FIN-WAIT-1 0 1 10.0.0.1:46730 10.0.0.2:8080`, and names no process in it. Among A's sockets stands: `No program has it. The kernel finishes alone.`",
    ],
  },
  "only-listeners-hold-ports": {
    scenario: "restart-with-clients",
    at: 12,
    lane: "code",
    look: [
      'On B `listener.close()` was `ok`, and yet `again.bind(("0.0.0.0", 8080))` failed with `EADDRINUSE`.',
      "B's listing has no row in LISTEN. The one row with port 8080 is the connection with a client: `ESTAB 0 0 10.0.0.2:8080 10.0.0.1:46730`.",
    ],
  },
  "time-wait-is-leak": {
    scenario: "time-wait-sixty-seconds",
    at: 18,
    lane: "output",
    look: [
      "In A's listing the row in TIME-WAIT is struck out: it went by itself, 60 seconds after it came, and no program did anything.",
      "The log says why: `the TIME-WAIT timer of the connection of port 46730 with B:8080 runs out`.",
      "A is the client here. It had closed first.",
    ],
  },
  "fin-timeout-is-time-wait": {
    scenario: "fin-timeout",
    at: 28,
    lane: "sockets",
    look: [
      "On A stands `tcp_fin_timeout = 10`, in seconds. A has two sockets, each with a timer.",
      "The socket in `FIN-WAIT-2` has `9.82 s of 10 s left`. The one in `TIME-WAIT` has `1 min of 1 min left`.",
    ],
  },
} as const satisfies Partial<Record<MisconceptionId, ProofMoment>>;
