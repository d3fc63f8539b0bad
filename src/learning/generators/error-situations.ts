/** Situations in which a socket call fails, in the order of the calls: connect, bind, listen, accept, then those of error-situations-of-data.ts. */
import type { WrittenStep } from "#simulator/scenarios/scenario";
import {
  by,
  CONNECTED,
  connects,
  does,
  listens,
  makes,
  makesUdp,
  tries,
  wait,
} from "#simulator/scenarios/steps";
import type { Situation } from "./error-situation.ts";
import { DATA_SITUATIONS } from "./error-situations-of-data.ts";

/** B's filter is set by a step of its own, so that all situations have the same two hosts. */
const filtered = (action: "drop" | "reject-host-unreachable"): WrittenStep => ({
  host: "B",
  filter: [{ protocol: "tcp", port: 8080, action }],
});

const TO_B = connects("A", "s", "10.0.0.2", 8080);
const BOUND = [makes("A", "s"), does("A", "bind", "s", "0.0.0.0", 8080)];

const CONNECTING: readonly Situation[] = [
  {
    tell: (port, _, peer) =>
      `A client calls \`connect()\` to TCP \`${peer}:${port}\`. The host is up, no filter is in the way, and nobody listens on the port.`,
    steps: [...TO_B, wait(1000)],
    because: "The host's kernel finds no listener and answers the SYN with RST: refused.",
    tempting: {
      ETIMEDOUT:
        "Nobody listens, so silence would fit. But the kernel of that host does answer, with RST.",
      EHOSTUNREACH:
        "Something cannot be reached, but it is the port. The host itself is there and has answered.",
      EADDRNOTAVAIL:
        "It sounds like a port that is not to be had. It is about a local address or port, and this host has those.",
    },
  },
  {
    tell: (port, _, peer) =>
      `A client calls \`connect()\` to TCP \`${peer}:${port}\` and waits as long as it takes. A filter drops every packet for this port.`,
    steps: [filtered("drop"), ...TO_B, wait(300_000)],
    because:
      "What is dropped is not answered. The SYN is sent again and again, and in the end the kernel gives up.",
    tempting: {
      ECONNREFUSED:
        "A filter is a kind of refusal. But the error stands for an answer, and a filter that drops sends none.",
      EHOSTUNREACH:
        "The filter is on the way, but for this error somebody has to report it by ICMP. A filter that drops does not.",
      EACCES:
        "Somebody forbids the connection, but this host is not told so. The error is about rights on the host itself.",
    },
    beliefs: { ECONNREFUSED: "refused-is-firewall" },
  },
  {
    tell: (port, _, peer) =>
      `A client calls \`connect()\` to TCP \`${peer}:${port}\`. A filter answers its SYN with the ICMP message “host unreachable”.`,
    steps: [filtered("reject-host-unreachable"), ...TO_B, wait(300_000)],
    because: "Linux hands that ICMP message to `connect()` as EHOSTUNREACH, “No route to host”.",
    tempting: {
      ECONNREFUSED:
        "The filter does refuse. But this error stands for RST, or for the ICMP message “port unreachable”.",
      ETIMEDOUT:
        "Silence would end like that. Here an answer came, so `connect()` does not wait on.",
      EACCES:
        "Something is forbidden on the way. This error, though, is about rights on the host itself.",
    },
    beliefs: { ECONNREFUSED: "refused-is-firewall" },
  },
  {
    tell: (port, _, peer) =>
      `A client is connected to TCP \`${peer}:${port}\` and calls \`connect()\` to the same endpoint on the same socket again.`,
    steps: [...CONNECTED, does("A", "connect", "client", "10.0.0.2", 8080)],
    because: "The socket has its peer. For a second connection the program needs a second socket.",
    tempting: {
      EADDRINUSE:
        "The pair of endpoints is in use, by this very socket. But the kernel stops earlier: it sees that the socket is connected.",
      ECONNREFUSED:
        "It sounds as if the server would refuse a second one. It is not asked: nothing is sent.",
      EINVAL:
        "The call comes at a wrong moment, and that is often EINVAL. For `connect()` there is a name of its own.",
    },
  },
  {
    tell: (port, _, peer) =>
      `A program has set its TCP socket to non-blocking. It calls \`connect()\` to \`${peer}:${port}\`, where a server listens.`,
    steps: [
      ...listens("B", "listener", 8080),
      makes("A", "s"),
      tries("A", "connect", "s", "10.0.0.2", 8080),
    ],
    because:
      "The SYN is sent, and the call does not wait for the answer. The program asks later how it ended.",
    tempting: {
      EAGAIN:
        "It is the usual error of a call that will not wait. But here something has begun, and calling again is not what is asked for.",
      ETIMEDOUT: "There is no time to wait, but none has run out either: the call returns at once.",
      ENOTCONN:
        "It is not connected yet, that is true. But to connect is just what this call does, so it needs no connection.",
    },
  },
];

const BINDING: readonly Situation[] = [
  {
    tell: (port) =>
      `A program calls \`bind()\` for TCP \`0.0.0.0:${port}\`, with SO_REUSEADDR. Another program, with SO_REUSEADDR as well, listens on \`0.0.0.0:${port}\`.`,
    steps: [
      ...listens("A", "one", 8080),
      makes("A", "s"),
      does("A", "setsockopt", "s", "SO_REUSEADDR", 1),
      does("A", "bind", "s", "0.0.0.0", 8080),
    ],
    because: "While one socket listens there, SO_REUSEADDR does not help: the port is in use.",
    tempting: {
      EACCES: "The port is denied to it, but not for want of a right: somebody has it.",
      EADDRNOTAVAIL:
        "The two sentences sound alike. This one is for an address that is none of this host's, and 0.0.0.0 is always allowed.",
      EINVAL: "Nothing is wrong with the call itself: without the other program it would work.",
    },
  },
  {
    tell: (port, own, peer) =>
      `A program on the host \`${own}\` calls \`bind()\` for TCP \`${peer}:${port}\`. That address is another host's.`,
    steps: [makes("A", "s"), does("A", "bind", "s", "10.0.0.2", 8080)],
    because: "`bind()` takes only an address that this host itself has.",
    tempting: {
      EADDRINUSE:
        "The address is used, by another host. But this error is about sockets of this host that have the port.",
      EACCES: "It is not allowed, but no right would help: the host does not have the address.",
      EHOSTUNREACH:
        "Another host is named, but nobody asks for it: `bind()` sends nothing, so it finds out nothing about others.",
    },
  },
  {
    tell: (port) =>
      `A program calls \`bind()\` on a TCP socket that it has already bound to \`0.0.0.0:${port}\`. It asks for port ${port + 1} now, which is free.`,
    steps: [...BOUND, does("A", "bind", "s", "0.0.0.0", 8081)],
    because: "A socket is bound once. With another port it has to be another socket.",
    tempting: {
      EADDRINUSE:
        "Something has a port already: the socket itself. The port that is asked for now is free, so it is not in use.",
      EADDRNOTAVAIL:
        "0.0.0.0 is available on every host, and the port is free. What is wrong is the moment.",
      EISCONN: "The socket has something already, an address of its own. It has no peer.",
    },
  },
  {
    tell: () =>
      "On a Linux host with the usual settings a program without any privilege calls `bind()` for TCP `0.0.0.0:80`. Nobody has the port.",
    steps: by("nobody@python3", [makes("A", "s"), does("A", "bind", "s", "0.0.0.0", 80)]),
    because: "Ports below 1024 take a privilege on Linux, CAP_NET_BIND_SERVICE.",
    tempting: {
      EADDRINUSE: "80 is a port that often has its server. Here nobody has it.",
      EADDRNOTAVAIL:
        "The port is not available to this program, in a way. But this error is about addresses, and 0.0.0.0 is always there.",
      EPERM:
        "“Operation not permitted” would say it as well, and a raw socket without privilege does give it. `bind()` has EACCES.",
    },
  },
];

const LISTENING: readonly Situation[] = [
  {
    tell: (port) =>
      `A program binds a TCP socket to \`0.0.0.0:${port}\` and calls \`accept()\` on it, without \`listen()\`.`,
    steps: [...BOUND, does("A", "accept", "s")],
    because: "`accept()` is for a socket that listens, and this one is only bound.",
    tempting: {
      EAGAIN:
        "No connection is there. But that is for a listener that will not wait, and this socket does not listen.",
      ENOTCONN:
        "It is not connected, but a listener is not either. `accept()` needs listening, not a peer.",
      EOPNOTSUPP:
        "So it would be with UDP. This type of socket knows `accept()`; what is missing is `listen()`.",
    },
  },
  {
    tell: (port) =>
      `A program binds a UDP socket to \`0.0.0.0:${port}\` and calls \`listen()\` on it.`,
    steps: [
      makesUdp("A", "s"),
      does("A", "bind", "s", "0.0.0.0", 8080),
      does("A", "listen", "s", 5),
    ],
    because: "UDP has no connections to listen for, so its sockets do not know the call.",
    tempting: {
      EINVAL:
        "That is the error for a TCP socket at a wrong moment. A UDP socket is never at the right one.",
      EADDRINUSE:
        "`listen()` gives it where another TCP socket listens on the port. This call fails before, whoever has the port.",
      ENOTCONN: "It has no peer, but listening would need none.",
    },
  },
  {
    tell: (port) =>
      `A server listens on TCP port ${port}, and no client has come. On its non-blocking socket it calls \`accept()\`.`,
    steps: [...listens("A", "s", 8080), tries("A", "accept", "s")],
    because: "There is no connection to hand over, and the call was told not to wait.",
    tempting: {
      ENOTCONN:
        "No client is connected. But `accept()` is called on the listener, and a listener needs no peer.",
      EINVAL: "It would be so without `listen()`. This socket does listen.",
      ETIMEDOUT: "No client came, but no time has run out: the call returns at once.",
    },
  },
  {
    tell: (port) =>
      `A server listens on TCP port ${port} and calls \`recv()\` on the listening socket itself, not on one that \`accept()\` returned.`,
    steps: [...listens("A", "s", 8080), does("A", "recv", "s", 100)],
    because: "A listening socket never has a peer, so there is nobody to receive from.",
    tempting: {
      EAGAIN:
        "Nothing has arrived, but nothing ever will: bytes arrive at the sockets that `accept()` returns.",
      EINVAL:
        "It is the wrong socket for the call. The kernel says it more exactly: it has no peer.",
      EPIPE:
        "It is for sending on a connection that is over. Here there was none, and nothing is sent.",
    },
    beliefs: { EAGAIN: "listen-becomes-established" },
  },
];

export const SITUATIONS: readonly Situation[] = [
  ...CONNECTING,
  ...BINDING,
  ...LISTENING,
  ...DATA_SITUATIONS,
];
