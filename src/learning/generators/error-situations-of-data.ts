/** Situations in which a call on a connection fails, or one on a UDP socket. */
import { CONNECTED, does, makesUdp, tries, wait } from "#simulator/scenarios/steps";
import type { Situation } from "./error-situation.ts";

const STREAMS: readonly Situation[] = [
  {
    tell: (port) =>
      `A server on TCP port ${port} sends to a client that has closed its socket. An RST has come back to the first \`send()\`, and the server calls \`send()\` again, with SIGPIPE ignored.`,
    steps: [
      ...CONNECTED,
      does("A", "close", "client"),
      wait(200),
      does("B", "send", "server", "one"),
      wait(200),
      does("B", "send", "server", "two"),
    ],
    because: "The connection is over, and this end knows it: nothing can be sent any more.",
    tempting: {
      ENOTCONN:
        "There is no connection any more. But the socket had one, and for sending on what is over there is a name of its own.",
      ECONNREFUSED:
        "RST is what a refused client gets, too. But that is at `connect()`; here a connection stood.",
      ETIMEDOUT: "It would fit if the client had gone silent. It has answered, with RST.",
    },
  },
  {
    tell: (port, _, peer) =>
      `A client is connected to TCP \`${peer}:${port}\` and has sent a request. The server closes without reading it, so an RST comes back. Then the client calls \`recv()\`.`,
    steps: [
      ...CONNECTED,
      does("A", "send", "client", "request"),
      wait(200),
      does("B", "close", "server"),
      wait(200),
      does("A", "recv", "client", 100),
    ],
    because: "An RST in the midst of a connection is “Connection reset by peer”.",
    tempting: {
      ECONNREFUSED: "RST stands behind both. “Refused” is said at `connect()`, and that succeeded.",
      EPIPE: "It is the error of sending on a connection that is over. This call receives.",
      ENOTCONN:
        "The connection is over indeed. The kernel still tells first how it ended, with a reset.",
    },
  },
  {
    tell: (port, _, peer) =>
      `A client is connected to TCP \`${peer}:${port}\` and calls \`shutdown()\` with SHUT_WR. Later it calls \`send()\`, with SIGPIPE ignored.`,
    steps: [
      ...CONNECTED,
      does("A", "shutdown", "client", "SHUT_WR"),
      wait(200),
      does("A", "send", "client", "more"),
    ],
    because: "The program has said itself that it will send no more. Receiving would still work.",
    tempting: {
      ENOTCONN: "It is still connected: one direction has ended, and the other is open.",
      EBADF: "It would be so after `close()`. After `shutdown()` the descriptor is still there.",
      ECONNRESET: "Nobody has reset anything: the server has got a FIN, and may go on sending.",
    },
    beliefs: { ENOTCONN: "close-ends-both" },
  },
  {
    tell: (port, _, peer) =>
      `A client was connected to TCP \`${peer}:${port}\`. It has closed its socket with \`close()\`, and then calls \`recv()\` with the same descriptor.`,
    steps: [
      ...CONNECTED,
      does("A", "close", "client"),
      wait(200),
      does("A", "recv", "client", 100),
    ],
    because: "`close()` has given the descriptor back: the number stands for nothing now.",
    tempting: {
      ENOTCONN:
        "There is no connection to receive from. But the kernel does not come so far: it finds no socket under this number.",
      ECONNRESET: "The connection has ended, but this end has done it, and in good order.",
      EINVAL: "The argument is wrong in a way. For a descriptor there is a name of its own.",
    },
  },
  {
    tell: (port, _, peer) =>
      `A client is connected to TCP \`${peer}:${port}\`, and its socket is non-blocking. It calls \`recv()\` before anything has arrived.`,
    steps: [...CONNECTED, tries("A", "recv", "client", 100)],
    because:
      "Nothing is there to return, and the call was told not to wait. It may ask again later.",
    tempting: {
      ENOTCONN: "It is connected. Nothing has been sent to it yet, and that is something else.",
      ETIMEDOUT: "Nothing came, but no time has run out: the call returns at once.",
      EPIPE: "It is for sending on a connection that is over. This one stands.",
    },
  },
];

const DATAGRAMS: readonly Situation[] = [
  {
    tell: (port) =>
      `A program calls \`send()\` on a UDP socket bound to port ${port}. It has not called \`connect()\`.`,
    steps: [
      makesUdp("A", "s"),
      does("A", "bind", "s", "0.0.0.0", 8080),
      does("A", "send", "s", "hello"),
    ],
    because: "`send()` names no address, and the socket has no peer: it is not known where to.",
    tempting: {
      ENOTCONN:
        "It is not connected, and other calls would say so. `send()` on a UDP socket asks for what is missing: a destination.",
      EPIPE:
        "So it is on a stream whose connection is over. Datagrams have no connection that could end.",
      EINVAL: "A socket at a wrong moment gives it often. Here the kernel says what it lacks.",
    },
  },
  {
    tell: (port, _, peer) =>
      `A UDP socket is connected to \`${peer}:${port}\`, where nobody has the port. After its first \`send()\` the ICMP message “port unreachable” has come back. Now the program calls \`recv()\`.`,
    steps: [
      makesUdp("A", "s"),
      does("A", "connect", "s", "10.0.0.2", 8080),
      does("A", "send", "s", "hello"),
      wait(200),
      does("A", "recv", "s", 100),
    ],
    because: "A connected UDP socket is told of the message, by its next call, as “refused”.",
    tempting: {
      ENOTCONN:
        "The socket has its peer, by `connect()`. That nobody is there changes nothing in it.",
      EAGAIN:
        "No datagram is there, so waiting would fit. But an error is there, and that comes first.",
      EHOSTUNREACH:
        "The message speaks of the port alone. The host was reached: it sent the message.",
    },
  },
  {
    tell: (port, _, peer) =>
      `A program sends one UDP datagram of 70000 bytes to \`${peer}:${port}\`.`,
    steps: [makesUdp("A", "s"), does("A", "sendto", "s", 70_000, "10.0.0.2", 8080)],
    because:
      "A datagram is sent whole or not at all, and more than 65507 bytes fit no IPv4 packet.",
    tempting: {
      EINVAL: "The size is wrong, and it is an argument. For sizes there is a name of its own.",
      ENOBUFS: "It is large, but memory is not what is missing: no packet could carry it.",
      EDESTADDRREQ: "The destination is told, in the call itself.",
    },
  },
];

export const DATA_SITUATIONS: readonly Situation[] = [...STREAMS, ...DATAGRAMS];
