/** Moments of a TCP server: its listening socket, and the connection that it takes. */
import { accepts, connects, does, makes, SOON } from "#simulator/scenarios/steps";
import {
  EVERY,
  inState,
  listening,
  listeningOn,
  fromNewPort,
  turnedRound,
  unconnected,
  none,
  type RowMoment,
} from "./row-moment.ts";
import { connectionOf, listenerOn } from "./socket-draws.ts";

const BOUND = [makes("A", "s"), does("A", "bind", "s", EVERY, 8080)];
const SERVING = [...BOUND, does("A", "listen", "s", 5)];
const CALLED = [...SERVING, ...connects("B", "client", "10.0.0.1", 8080), SOON];
const ACCEPTED = [...CALLED, accepts("A", "s", "conn")];
export const SERVER_MOMENTS: readonly RowMoment[] = [
  {
    protocol: "tcp",
    isServer: true,
    tell: ({ local }) => `calls \`socket()\` for TCP, and \`bind()\` to \`0.0.0.0:${local.port}\``,
    asked: "the socket",
    steps: BOUND,
    because: "A TCP socket shows when it listens or connects. The port is held all the same.",
    expected: [
      {
        row: listening,
        because: "The port is taken, but no connections are: for that `listen()` is missing.",
      },
      {
        row: unconnected,
        because:
          "Bound and unconnected is what it is. But Linux does not list a TCP socket in that state.",
        belief: "bound-at-creation",
      },
    ],
  },
  {
    protocol: "tcp",
    isServer: true,
    tell: ({ local }) =>
      `calls \`socket()\` for TCP, \`bind()\` to \`0.0.0.0:${local.port}\` and \`listen()\` with a backlog of 5`,
    asked: "the socket",
    steps: SERVING,
    because: "From `listen()` on the socket has a row, in LISTEN. It has no peer.",
    expected: [
      { row: none, because: "So it was after `bind()`. With `listen()` the socket gets its row." },
      {
        row: (ends) => connectionOf(ends.local, ends.peer, "ESTABLISHED", null),
        because: "Nobody has connected yet, so there is no peer to show.",
        belief: "listen-becomes-established",
      },
      {
        row: ({ local }) => listenerOn(local, null, { sendQ: 5 }),
        because:
          "The address was not left to be found out: it was bound to 0.0.0.0, every address.",
      },
    ],
  },
  {
    protocol: "tcp",
    isServer: true,
    tell: () =>
      "calls `socket()` for TCP and then `listen()` with a backlog of 5, without `bind()`",
    asked: "the socket",
    steps: [makes("A", "s"), does("A", "listen", "s", 5)],
    because: "`listen()` gives a socket without a port one that the kernel chooses.",
    expected: [
      {
        row: none,
        because: "A server does call `bind()` before. But without it `listen()` does not fail.",
        belief: "bind-before-listen",
      },
      {
        row: listeningOn(() => 0),
        because:
          "The `*` stands for port 0, and that for none. So it is before `listen()`, which gives it one.",
        belief: "port-zero",
      },
    ],
  },
  {
    protocol: "tcp",
    isServer: true,
    tell: ({ local, peer }) =>
      `listens on TCP \`0.0.0.0:${local.port}\`. A client at \`${peer.address}:${peer.port}\` has called \`connect()\`, and the program has not called \`accept()\` yet`,
    asked: "the connection",
    steps: CALLED,
    because: "The kernel has made the connection by itself. `accept()` only hands it over.",
    expected: [
      {
        row: none,
        because:
          "The program knows nothing of it yet. But the kernel does, and it is the kernel's table.",
      },
      {
        row: inState("SYN-RECEIVED"),
        because:
          "It waits for the program, but the handshake is over: for that no `accept()` is needed.",
      },
      {
        row: fromNewPort,
        because:
          "A port for each client would keep them apart. But the connection keeps the server's port.",
        belief: "accept-new-port",
      },
    ],
  },
  {
    protocol: "tcp",
    isServer: true,
    tell: ({ local, peer }) =>
      `listens on TCP \`0.0.0.0:${local.port}\`. \`accept()\` has returned a client at \`${peer.address}:${peer.port}\``,
    asked: "the connection",
    steps: ACCEPTED,
    because:
      "The new socket has the server's address and port as its local end, and the client as its peer.",
    expected: [
      {
        row: fromNewPort,
        because: "The socket is new, and its descriptor too. Its local port is the listener's.",
        belief: "accept-new-port",
      },
      {
        row: turnedRound,
        because: "So the client's host shows it. A host's own end stands first.",
      },
      {
        row: listening,
        because: "That is the listener's row. The connection has one of its own beside it.",
        belief: "listen-becomes-established",
      },
    ],
  },
  {
    protocol: "tcp",
    isServer: true,
    tell: ({ local, peer }) =>
      `listens on TCP \`0.0.0.0:${local.port}\`. \`accept()\` has returned a client at \`${peer.address}:${peer.port}\`. The client has called \`close()\`, and the program has read to the end`,
    asked: "the connection",
    steps: [...ACCEPTED, does("B", "close", "client"), SOON, does("A", "recv", "conn", 100)],
    because: "The client's FIN has arrived, and the program has not closed its own socket.",
    expected: [
      {
        row: none,
        because: "The client has closed its end. The row stays until this program closes its own.",
        belief: "close-ends-both",
      },
      {
        row: inState("TIME-WAIT"),
        because: "That comes at the end that closed first, when both have closed.",
        belief: "time-wait-is-leak",
      },
      {
        row: inState("FIN-WAIT-2"),
        because:
          "That is the client's state: the end that has sent its FIN and waits for the other.",
      },
    ],
  },
  {
    protocol: "tcp",
    isServer: true,
    tell: ({ local, peer }) =>
      `listens on TCP \`0.0.0.0:${local.port}\`. \`accept()\` has returned a client at \`${peer.address}:${peer.port}\`. The client has called \`close()\`, and a second later the program has closed the connection too`,
    asked: "the connection",
    steps: [
      ...ACCEPTED,
      does("B", "close", "client"),
      SOON,
      does("A", "recv", "conn", 100),
      does("A", "close", "conn"),
      SOON,
    ],
    because: "This end closed second. Its FIN is acknowledged, and it has nothing to wait for.",
    expected: [
      {
        row: inState("TIME-WAIT"),
        because: "It stands on the client's host: the end that closed first has to wait.",
        belief: "time-wait-is-leak",
      },
      {
        row: inState("CLOSE-WAIT"),
        because: "So it was until the program closed.",
      },
      { row: listening, because: "The listener still has its row. It is another socket." },
    ],
  },
];
