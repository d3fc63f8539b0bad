/** Moments of a TCP client and its one socket. */
import { accepts, connects, connectsFrom, does, listens, SOON } from "#simulator/scenarios/steps";
import { inState, turnedRound, none, type RowMoment } from "./row-moment.ts";
import { connectionOf } from "./socket-draws.ts";

const CALLING = [
  ...listens("B", "listener", 8080),
  ...connectsFrom(40_000, "A", "s", "10.0.0.2", 8080),
  SOON,
  accepts("B", "listener", "conn"),
];

export const CLIENT_MOMENTS: readonly RowMoment[] = [
  {
    protocol: "tcp",
    isServer: false,
    tell: ({ peer }) =>
      `calls \`socket()\` for TCP, and \`connect()\` to \`${peer.address}:${peer.port}\`, which succeeds`,
    asked: "the socket",
    steps: CALLING,
    because: "The kernel has chosen a local port, and the server is the peer.",
    expected: [
      {
        row: ({ local, peer }) =>
          connectionOf({ ...local, port: peer.port }, peer, "ESTABLISHED", null),
        because:
          "That number is the server's port. The client's own is one that the kernel has chosen.",
        belief: "client-uses-80",
      },
      {
        row: turnedRound,
        because: "So the server's host shows it. A host's own end stands first.",
      },
      {
        row: none,
        because: "A client's socket shows as well, from `connect()` on.",
      },
    ],
  },
  {
    protocol: "tcp",
    isServer: false,
    tell: ({ peer }) =>
      `calls \`socket()\` for TCP, and \`connect()\` to \`${peer.address}:${peer.port}\`. A filter drops the SYN, and the call still waits`,
    asked: "the socket",
    steps: [
      { host: "B", filter: [{ protocol: "tcp", port: 8080, action: "drop" }] },
      ...connectsFrom(40_000, "A", "s", "10.0.0.2", 8080),
      SOON,
    ],
    because: "The SYN is sent and not answered: so the socket waits, and its SYN counts in Send-Q.",
    expected: [
      {
        row: none,
        because: "No connection has come about. But the kernel is trying, and lists what it tries.",
      },
      {
        row: inState("SYN-RECEIVED"),
        because: "That is the state of an end that has received a SYN. This one has sent one.",
      },
      {
        row: inState("ESTABLISHED"),
        because:
          "It would be so after an answer. The filter has dropped what the answer would be to.",
      },
    ],
  },
  {
    protocol: "tcp",
    isServer: false,
    tell: ({ peer }) =>
      `calls \`socket()\` for TCP, and \`connect()\` to \`${peer.address}:${peer.port}\`, which gives ECONNREFUSED`,
    asked: "the socket",
    steps: [...connects("A", "s", "10.0.0.2", 8080), SOON],
    because:
      "The attempt is over. The socket has no state that Linux lists, though its descriptor is open.",
    expected: [
      {
        row: inState("SYN-SENT"),
        because: "So it was until the answer came. The RST has ended the attempt.",
      },
      {
        row: inState("TIME-WAIT"),
        because: "That is for connections that have stood. This one never came about.",
      },
      {
        row: inState("CLOSE-WAIT"),
        because: "The other side has ended it, but with RST. That is not a FIN, and nothing waits.",
      },
    ],
  },
  {
    protocol: "tcp",
    isServer: false,
    tell: ({ peer }) =>
      `is connected to TCP \`${peer.address}:${peer.port}\` and calls \`shutdown()\` with SHUT_WR. The server has not closed`,
    asked: "the socket",
    steps: [...CALLING, does("A", "shutdown", "s", "SHUT_WR"), SOON],
    because: "Its FIN is sent and acknowledged. It can still receive until the server closes.",
    expected: [
      {
        row: inState("ESTABLISHED"),
        because:
          "It still receives, as before. But its own direction has ended, and the state says so.",
      },
      {
        row: inState("CLOSE-WAIT"),
        because: "That is the server's state now: the end that has received the FIN.",
      },
      {
        row: none,
        because: "One direction has ended. The connection stands until the other has as well.",
        belief: "close-ends-both",
      },
    ],
  },
  {
    protocol: "tcp",
    isServer: false,
    tell: ({ peer }) =>
      `was connected to TCP \`${peer.address}:${peer.port}\` and has called \`close()\`. A second later the server has closed too`,
    asked: "the socket",
    steps: [...CALLING, does("A", "close", "s"), SOON, does("B", "close", "conn"), SOON],
    because: "This end closed first, so it waits for a minute in case its last ACK was lost.",
    expected: [
      {
        row: none,
        because: "Both have closed, but the end that closed first has to wait.",
      },
      {
        row: inState("FIN-WAIT-2"),
        because: "So it was until the server's FIN came.",
      },
      {
        row: inState("CLOSE-WAIT"),
        because:
          "It waits after a close, as the name seems to say. But that is the end that has not closed.",
      },
    ],
  },
];
