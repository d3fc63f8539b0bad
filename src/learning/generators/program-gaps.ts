/** Calls that a program may lack, and others that one may take for the missing one. */
import { accepts, does } from "#simulator/scenarios/steps";
import type { MisconceptionId } from "../misconception.ts";
import type { Role, StepOf } from "./program-under-test.ts";

export interface Gap {
  readonly role: Role;
  /** The step of programOf() that is left out. */
  readonly key: string;
  readonly because: string;
  readonly wrong: readonly {
    readonly step: StepOf;
    readonly because: string;
    readonly belief?: MisconceptionId;
  }[];
}

const reuse: StepOf = ({ socket }) => does("A", "setsockopt", socket, "SO_REUSEADDR", 1);
const listen =
  (backlog: number): StepOf =>
  ({ socket }) =>
    does("A", "listen", socket, backlog);
const accept: StepOf = ({ socket, accepted }) => accepts("A", socket, accepted);
const connectToClient: StepOf = ({ socket, other, clientPort }) =>
  does("A", "connect", socket, other, clientPort);
const bindToServer: StepOf = ({ socket, other, port }) => does("A", "bind", socket, other, port);
const bindOwn: StepOf = ({ socket, clientPort }) =>
  does("A", "bind", socket, "0.0.0.0", clientPort);

export const GAPS: readonly Gap[] = [
  {
    role: "TCP server",
    key: "listen",
    because: "`accept()` is for a socket that listens, and this one is only bound.",
    wrong: [
      {
        step: reuse,
        because:
          "Most servers set it, and it decides whether `bind()` succeeds. Here `bind()` does, and still nobody listens.",
      },
      {
        step: connectToClient,
        because:
          "A connection is what is missing, but the client is to make it. A server is called.",
      },
      {
        step: ({ socket, size }) => does("A", "recv", socket, size),
        because:
          "It would wait for bytes, not for clients. And bytes never come through this socket.",
      },
    ],
  },
  {
    role: "TCP server",
    key: "bind",
    because:
      "Without it `listen()` takes a port that the kernel chooses, and on the one that the client calls nobody listens.",
    wrong: [
      {
        step: listen(128),
        because:
          "A longer queue helps where many wait. Here nobody comes so far: the port is not the one that is called.",
      },
      {
        step: reuse,
        because:
          "It helps where `bind()` fails. Here no call of the server fails, because it does not ask for the port.",
        belief: "bound-at-creation",
      },
      {
        step: connectToClient,
        because:
          "A server is called, and calls nobody. After it the socket could not listen any more.",
      },
    ],
  },
  {
    role: "TCP server",
    key: "close",
    because: "The client has closed, and now this end has to. CLOSE-WAIT lasts until it does.",
    wrong: [
      {
        step: ({ accepted }) => does("A", "setsockopt", accepted, "SO_KEEPALIVE", 1),
        because:
          "It asks after a while whether the client's host is still there. The row would stay: it waits for this program.",
        belief: "keepalive-mends-close-wait",
      },
      {
        step: ({ socket }) => does("A", "close", socket),
        because:
          "It ends the listening. The connection is another socket, and it would stay as it is.",
      },
      {
        step: ({ accepted, size }) => does("A", "recv", accepted, size),
        because:
          "So the program would learn that the client has ended. The row would stay until it closes.",
      },
    ],
  },
  {
    role: "TCP client",
    key: "connect",
    because: "The socket has no peer. `connect()` calls the server, and then bytes can be sent.",
    wrong: [
      {
        step: bindToServer,
        because:
          "It names the right endpoint, but as the program's own. `bind()` takes only addresses of this host.",
      },
      {
        step: listen(5),
        because: "Then the socket would wait to be called. It would still have no peer to send to.",
      },
      {
        step: accept,
        because: "It hands over clients who have called a listener. This program wants to call.",
      },
    ],
  },
  {
    role: "UDP server",
    key: "bind",
    because:
      "Without it the socket does not have the port that the client sends to. Nobody has it, and the host says so.",
    wrong: [
      {
        step: listen(5),
        because:
          "A UDP socket cannot listen, and need not: it receives as soon as it has its port.",
        belief: "udp-listens",
      },
      {
        step: accept,
        because:
          "UDP has no connections that could be handed over. `recvfrom()` tells who has sent.",
      },
      {
        step: connectToClient,
        because:
          "It would set the one peer to hear from. The local port would be one that the kernel chooses.",
      },
    ],
  },
  {
    role: "UDP client",
    key: "connect",
    because: "`send()` names no address. `connect()` sets the peer that it goes to.",
    wrong: [
      {
        step: bindToServer,
        because:
          "It names the right endpoint, but as the program's own. `bind()` takes only addresses of this host.",
      },
      {
        step: bindOwn,
        because: "It sets this end. What is missing is the other one, the destination.",
      },
      {
        step: listen(5),
        because: "A UDP socket cannot listen. And the client wants to send, not to wait.",
        belief: "udp-listens",
      },
    ],
  },
];
