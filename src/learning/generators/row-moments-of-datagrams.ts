/** Moments of UDP sockets. */
import { does, makesUdp, SOON } from "#simulator/scenarios/steps";
import {
  EVERY,
  listening,
  unconnected,
  connectedDatagram,
  none,
  type RowMoment,
} from "./row-moment.ts";
import { datagramSocketOn } from "./socket-draws.ts";

export const DATAGRAM_MOMENTS: readonly RowMoment[] = [
  {
    protocol: "udp",
    isServer: true,
    tell: ({ local }) => `calls \`socket()\` for UDP, and \`bind()\` to \`0.0.0.0:${local.port}\``,
    asked: "the socket",
    steps: [makesUdp("A", "s"), does("A", "bind", "s", EVERY, 8080)],
    because: "A UDP socket shows as soon as it has a port. It has no state and no peer.",
    expected: [
      {
        row: none,
        because: "So it would be with TCP. A bound UDP socket receives already, and shows.",
      },
      {
        row: (ends) => ({ ...listening(ends), sendQ: 0 }),
        because: "It waits for whoever comes, like a listener. But UDP has no such state.",
        belief: "udp-listens",
      },
    ],
  },
  {
    protocol: "udp",
    isServer: true,
    tell: ({ local, peer }) =>
      `has a UDP socket bound to \`0.0.0.0:${local.port}\`. It has received a datagram from \`${peer.address}:${peer.port}\` with \`recvfrom()\``,
    asked: "the socket",
    steps: [
      makesUdp("A", "s"),
      does("A", "bind", "s", EVERY, 8080),
      makesUdp("B", "client"),
      does("B", "sendto", "client", "hello", "10.0.0.1", 8080),
      SOON,
      does("A", "recvfrom", "s", 100),
    ],
    because: "Receiving makes no connection: the socket has no peer, before and after.",
    expected: [
      {
        row: connectedDatagram,
        because:
          "Somebody has spoken to it, but the socket keeps nobody. For that there is `connect()`.",
      },
      {
        row: (ends) => ({ ...listening(ends), sendQ: 0 }),
        because: "It waits for whoever comes, like a listener. But UDP has no such state.",
        belief: "udp-listens",
      },
      {
        row: none,
        because: "The datagram is read and gone. The socket is still there, with its port.",
      },
    ],
  },
  {
    protocol: "udp",
    isServer: false,
    tell: ({ peer }) =>
      `calls \`socket()\` for UDP, and \`connect()\` to \`${peer.address}:${peer.port}\`. It has sent nothing`,
    asked: "the socket",
    steps: [makesUdp("A", "s"), does("A", "connect", "s", "10.0.0.2", 8080)],
    because:
      "`connect()` sets the peer, and with it the local end. That is what the word means for UDP.",
    expected: [
      {
        row: unconnected,
        because: "UDP has no connections. But its sockets can have a peer, and this one has.",
        belief: "udp-never-established",
      },
      {
        row: none,
        because:
          "Nothing was sent, and the other host knows nothing of it. The socket has a port and a peer all the same.",
      },
      {
        row: ({ local, peer }) =>
          connectedDatagram({ local: { ...local, port: peer.port }, peer, other: 0 }),
        because: "That number is the other end's port. This one's is chosen by the kernel.",
        belief: "client-uses-80",
      },
    ],
  },
  {
    protocol: "udp",
    isServer: false,
    tell: ({ peer }) =>
      `calls \`socket()\` for UDP, and sends a datagram to \`${peer.address}:${peer.port}\` with \`sendto()\``,
    asked: "the socket",
    steps: [makesUdp("A", "s"), does("A", "sendto", "s", "hello", "10.0.0.2", 8080), SOON],
    because: "With the first datagram the kernel gives the socket a port. It keeps no peer.",
    expected: [
      {
        row: connectedDatagram,
        because:
          "The datagram names its receiver, but the socket does not keep it: the next may go elsewhere.",
      },
      {
        row: ({ peer }) => datagramSocketOn({ address: EVERY, port: peer.port }, null),
        because: "That number is the receiver's port. The sender's is chosen by the kernel.",
        belief: "client-uses-80",
      },
      {
        row: none,
        because: "It was not bound by the program. The kernel has done it with the first datagram.",
      },
    ],
  },
];
