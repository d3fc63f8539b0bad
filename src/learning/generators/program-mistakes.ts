/** Mistakes in small programs that one of their calls tells by an error. Which call, and which error, simulated hosts say. */
import { accepts, does, makesUdp } from "#simulator/scenarios/steps";
import type { MisconceptionId } from "../misconception.ts";
import { type Change, type Role, withAfter, withInstead, withMoved } from "./program-under-test.ts";

export interface Mistake {
  readonly role: Role;
  readonly change: Change;
  /** Why the call that fails does. */
  readonly because: string;
  /** Of other calls, by their keys: why one may suspect them, and why they do not fail. */
  readonly suspects: Readonly<Record<string, Suspect>>;
}

type Suspect = string | readonly [because: string, belief: MisconceptionId];

export const MISTAKES: readonly Mistake[] = [
  {
    role: "TCP server",
    change: (program) => program.filter(({ key }) => key !== "listen"),
    because:
      "`accept()` is for a socket that listens. This one is only bound: `listen()` is missing.",
    suspects: {
      bind: "After it something is missing, `listen()`. The call itself is as it should be.",
      recv: "It gets no connection to read from. But the call before it has failed already.",
    },
  },
  {
    role: "TCP server",
    change: withMoved("bind", "listen"),
    because:
      "It comes too late: `listen()` has given the socket a port already, one that the kernel has chosen.",
    suspects: {
      listen: [
        "It comes too early, and still succeeds: a socket without a port gets one from the kernel.",
        "bind-before-listen",
      ],
      accept: "It would find no client, for nobody knows the port. But an error came before.",
    },
  },
  {
    role: "TCP server",
    change: withInstead("recv", ({ socket, size }) => does("A", "recv", socket, size)),
    because:
      "It reads from the listening socket, which has no peer. Bytes come through the socket that `accept()` returned.",
    suspects: {
      accept: [
        "It returns a new socket for the client, and that is what should be read from. The call itself is right.",
        "listen-becomes-established",
      ],
      send: "This one uses the socket that `accept()` returned, as it should.",
    },
  },
  {
    role: "TCP server",
    change: withInstead("send", ({ socket }) => does("A", "send", socket, "answer")),
    because:
      "It sends through the listening socket, which has no peer. The answer belongs into the socket that `accept()` returned.",
    suspects: {
      accept: [
        "It returns a new socket for the client, and the answer belongs there. The call itself is right.",
        "listen-becomes-established",
      ],
      recv: "This one uses the socket that `accept()` returned, as it should.",
    },
  },
  {
    role: "TCP server",
    change: withMoved("close", "recv"),
    because: "The socket is closed before: its descriptor stands for nothing now.",
    suspects: {
      close:
        "It comes too early, but a socket can be closed at any time. The error comes with the next call that uses it.",
      recv: "It comes before the socket is closed, and returns the request.",
    },
  },
  {
    role: "TCP server",
    change: withInstead("bind", ({ socket, other, port }) =>
      does("A", "bind", socket, other, port),
    ),
    because:
      "That address is the client's. `bind()` takes only an address of the program's own host.",
    suspects: {
      listen:
        "It could be meant for one client alone. But `listen()` knows no clients: it takes whoever comes.",
      accept: "To that address nobody could come. But an error came before.",
    },
  },
  {
    role: "TCP server",
    change: withInstead("accept", ({ socket, other, clientPort }) =>
      does("A", "connect", socket, other, clientPort),
    ),
    because:
      "A listening socket cannot call anybody. The client has called already, and `accept()` fetches it.",
    suspects: {
      listen: "A server that connects needs no `listen()`. But this one is to wait for its client.",
      recv: "The socket that it reads from was never made. But an error came before.",
    },
  },
  {
    role: "TCP server",
    change: withInstead("socket", ({ socket }) => makesUdp("A", socket)),
    because: "The socket is one for datagrams, UDP. Such a socket cannot listen.",
    suspects: {
      socket:
        "Here is the mistake: a TCP server needs SOCK_STREAM. But the call gives what it is asked for.",
      bind: "A UDP socket can be bound like a TCP socket, so this one succeeds.",
      accept: "A UDP socket knows this call as little as `listen()`. But the error came before.",
    },
  },
  {
    role: "TCP server",
    change: withAfter("accept", "again", ({ accepted }) => accepts("A", accepted, "next")),
    because:
      "It is called on the socket of one client. Others are fetched through the listening socket.",
    suspects: {
      accept: "This one is called on the listening socket, and returns the client's connection.",
      listen: "One call of it is enough for any number of clients.",
    },
  },
  {
    role: "TCP client",
    change: withMoved("connect", "send"),
    because: "The socket has no peer yet: `connect()` stands behind it.",
    suspects: {
      connect: "It comes too late. By itself it would succeed: somebody listens there.",
      recv: "Nothing was asked, so no answer would come. But an error came before.",
    },
  },
  {
    role: "TCP client",
    change: withAfter("connect", "bind", ({ socket, clientPort }) =>
      does("A", "bind", socket, "0.0.0.0", clientPort),
    ),
    because: "It comes too late: with `connect()` the kernel has given the socket a port already.",
    suspects: {
      connect: [
        "It comes before `bind()`, and still succeeds: the kernel chooses a port for the client.",
        "client-uses-80",
      ],
      send: "The socket is connected, whatever its port. But an error came before.",
    },
  },
  {
    role: "TCP client",
    change: withAfter("recv", "again", ({ socket, other, port }) =>
      does("A", "connect", socket, other, port),
    ),
    because: "The socket is connected already. A second connection needs a second socket.",
    suspects: {
      connect: "It is the same line as the later one. The first time the socket has no peer yet.",
      close: "To close it first would not help: the descriptor could not be used again.",
    },
  },
  {
    role: "TCP client",
    change: withMoved("close", "send"),
    because: "The socket is closed before: its descriptor stands for nothing now.",
    suspects: {
      close:
        "It comes too early, but a socket can be closed at any time. The error comes with the next call that uses it.",
      send: "It comes before the socket is closed, and the kernel takes the bytes.",
    },
  },
  {
    role: "TCP client",
    change: withAfter("connect", "shutdown", ({ socket }) =>
      does("A", "shutdown", socket, "SHUT_WR"),
    ),
    because: "With SHUT_WR the program has said that it will send no more.",
    suspects: {
      shutdown: "It comes too early, but it is allowed at any time in a connection.",
      recv: [
        "Receiving would still be possible: SHUT_WR ends one direction alone. But an error came before.",
        "close-ends-both",
      ],
    },
  },
  {
    role: "TCP client",
    change: withAfter("connect", "accept", ({ socket }) => accepts("A", socket, "connection")),
    because:
      "It is for a socket that listens. A client's connection is there when `connect()` has returned.",
    suspects: {
      connect: "It returns when the connection is there. Nothing has to be fetched after it.",
      send: "The socket is connected and could send. But an error came before.",
    },
  },
  {
    role: "UDP server",
    change: withAfter("bind", "listen", ({ socket }) => does("A", "listen", socket, 5)),
    because: "A UDP socket has no connections to listen for. It receives as soon as it is bound.",
    suspects: {
      bind: "For a UDP server it is enough: from here on datagrams arrive.",
      recvfrom: [
        "It needs no `listen()` before it, and would return the datagram. But an error came before.",
        "udp-listens",
      ],
    },
  },
  {
    role: "UDP server",
    change: withAfter("bind", "accept", ({ socket }) => accepts("A", socket, "connection")),
    because: "UDP has no connections, so there is none to accept.",
    suspects: {
      bind: "`listen()` seems to be missing behind it. But a UDP socket cannot listen either.",
      recvfrom: "It would return the datagram without any `accept()`. But an error came before.",
    },
  },
  {
    role: "UDP server",
    change: withAfter("recvfrom", "send", ({ socket }) => does("A", "send", socket, "answer")),
    because:
      "`send()` names no address, and the socket has no peer. `recvfrom()` told who asked, but the socket does not keep that.",
    suspects: {
      recvfrom:
        "It returns the datagram and its sender. The address is there to be used, with `sendto()`.",
      bind: "It sets the local end alone, and that is all a UDP server needs before it receives.",
    },
  },
  {
    role: "UDP client",
    change: withMoved("connect", "send"),
    because:
      "`send()` names no address, and the socket has no peer yet: `connect()` stands behind it.",
    suspects: {
      connect: "It comes too late. By itself it would succeed: on a UDP socket it sends nothing.",
      socket: "A UDP socket has no peer from the beginning, but it is made without an error.",
    },
  },
];
