/** What distinguishes the three types of sockets. Whether a property holds for a type is tried out on simulated hosts; here are the trials and the words. */
import type { WrittenCall, WrittenStep } from "#simulator/scenarios/scenario";
import {
  accepts,
  by,
  connects,
  does,
  listens,
  makes,
  makesUdp,
  SOON,
  tries,
  wait,
} from "#simulator/scenarios/steps";
import type { StepReport } from "#simulator/simulation-report";
import type { MisconceptionId } from "../misconception.ts";
import { simulated } from "./simulated-hosts.ts";

export const SOCKET_TYPES = ["stream", "datagram", "raw"] as const;
export type SocketType = (typeof SOCKET_TYPES)[number];

export interface SocketProperty {
  readonly text: string;
  readonly holds: (type: SocketType) => boolean;
  /** How it is with each type. */
  readonly reasons: Readonly<Record<SocketType, string>>;
  /** The belief of who takes it to hold for a type, or not to. */
  readonly beliefs?: Readonly<Partial<Record<SocketType, MisconceptionId>>>;
}

const make = (host: string, name: string, type: SocketType): WrittenCall =>
  type === "stream"
    ? makes(host, name)
    : type === "datagram"
      ? makesUdp(host, name)
      : makes(host, name, "AF_INET", "SOCK_RAW", 253);

/** A sends through "a" to B's "b". */
function joined(type: SocketType): readonly WrittenStep[] {
  if (type === "stream")
    return [
      ...listens("B", "listener", 8080),
      ...connects("A", "a", "10.0.0.2", 8080),
      SOON,
      accepts("B", "listener", "b"),
    ];
  return [
    make("B", "b", type),
    does("B", "bind", "b", "0.0.0.0", 8080),
    make("A", "a", type),
    does("A", "connect", "a", "10.0.0.2", 8080),
  ];
}

const send = (data: string) => does("A", "send", "a", data);
const receive = (size: number) => tries("B", "recv", "b", size);

const last = (steps: readonly WrittenStep[]): StepReport => simulated(steps).at(-1)!;
/** What the last call returned as text; empty for an error. */
const received = (steps: readonly WrittenStep[]) => String(last(steps).results.at(-1)?.value ?? "");
const succeeds = (steps: readonly WrittenStep[]) => last(steps).results.at(-1)?.errno === null;

const IP_HEADER = 20;

export const SOCKET_PROPERTIES: readonly SocketProperty[] = [
  {
    text: "What is lost on the way is sent again, without the program's help.",
    holds: (type) => {
      const lost: WrittenStep = {
        wire: "drop",
        match: type === "stream" ? "A>B data" : "A>B",
        nth: 1,
      };
      return received([...joined(type), lost, send("one"), wait(3000), receive(100)]).includes(
        "one",
      );
    },
    reasons: {
      stream:
        "TCP waits for an acknowledgment. Where none comes, the kernel sends the bytes again.",
      datagram: "UDP sends a datagram once. If it is lost it stays lost, and nobody is told.",
      raw: "A packet from a raw socket is sent once. If it is lost it stays lost.",
    },
  },
  {
    text: "One `recv()` may return what two calls of `send()` have sent.",
    holds: (type) =>
      /one.*two/s.test(received([...joined(type), send("one"), send("two"), SOON, receive(100)])),
    reasons: {
      stream:
        "A stream keeps no boundaries: a call returns what has arrived, from one `send()` or several.",
      datagram: "One call takes one datagram, never two.",
      raw: "One call takes one packet, never two.",
    },
    beliefs: { stream: "send-equals-recv" },
  },
  {
    text: "What `recv()` has no room for is thrown away.",
    holds: (type) => {
      const room = type === "raw" ? IP_HEADER + 3 : 3;
      const steps = [...joined(type), send("message"), SOON, receive(room), receive(100)];
      return received(steps) === "";
    },
    reasons: {
      stream: "In a stream the rest waits for the next call.",
      datagram: "The call takes the whole datagram out of the queue. What does not fit is lost.",
      raw: "The call takes the whole packet out of the queue. What does not fit is lost.",
    },
  },
  {
    text: "`listen()` works on it.",
    holds: (type) =>
      succeeds([
        make("A", "s", type),
        does("A", "bind", "s", "0.0.0.0", 8080),
        does("A", "listen", "s", 5),
      ]),
    reasons: {
      stream: "TCP has connections, and with `listen()` a socket takes them.",
      datagram: "UDP has no connections to listen for. The call gives EOPNOTSUPP.",
      raw: "A raw socket has no connections to listen for. The call gives EOPNOTSUPP.",
    },
    beliefs: { datagram: "udp-listens" },
  },
  {
    text: "It can have a port.",
    holds: (type) => {
      const value = last([
        make("A", "s", type),
        does("A", "bind", "s", "0.0.0.0", 8080),
        does("A", "getsockname", "s"),
      ]).results[0]!.value;
      return typeof value === "object" && value !== null && "port" in value && value.port === 8080;
    },
    reasons: {
      stream: "TCP's ports tell its sockets apart.",
      datagram: "UDP has ports too, apart from those of TCP.",
      raw: "No TCP or UDP stands between IP and the program, so there is no port. A protocol number selects the socket.",
    },
    beliefs: { raw: "raw-has-port" },
  },
  {
    text: "Linux makes one only for a program that has a privilege.",
    holds: (type) => !succeeds(by("nobody@python3", [make("A", "s", type)])),
    reasons: {
      stream: "Everybody may make one. A privilege is asked for low ports alone, by `bind()`.",
      datagram: "Everybody may make one. A privilege is asked for low ports alone, by `bind()`.",
      raw: "It could read what is meant for others. Without CAP_NET_RAW `socket()` gives EPERM.",
    },
  },
  {
    text: "Over IPv4, what it receives begins with the IP header.",
    holds: (type) => received([...joined(type), send("one"), SOON, receive(100)]) !== "one",
    reasons: {
      stream: "The kernel keeps the headers. The program gets the bytes alone.",
      datagram: "The kernel keeps the headers. The program gets the message alone.",
      raw: "It is handed the packet as it arrived, and in IPv4 the header comes with it.",
    },
  },
  {
    text: "`connect()` sends something to the other host.",
    holds: (type) => {
      const steps = joined(type);
      const call = steps.findIndex((step) => "call" in step && step.call === "connect");
      return simulated(steps)[call]!.segments.length > 0;
    },
    reasons: {
      stream: "It begins the handshake: a SYN goes out.",
      datagram: "It only notes the peer in the socket. The other host hears nothing.",
      raw: "It only notes the peer's address in the socket. The other host hears nothing.",
    },
  },
  {
    text: "It can send without `connect()` or `accept()`.",
    holds: (type) =>
      succeeds([make("A", "s", type), does("A", "sendto", "s", "one", "10.0.0.2", 8080)]),
    reasons: {
      stream: "Bytes need a connection to travel on. Without one sending gives EPIPE.",
      datagram: "`sendto()` names the receiver each time.",
      raw: "`sendto()` names the receiving host each time.",
    },
  },
  {
    text: "`ss -a` lists it as soon as `bind()` has returned.",
    holds: (type) =>
      last([make("A", "s", type), does("A", "bind", "s", "0.0.0.0", 8080)]).sockets["A"]!.length >
      0,
    reasons: {
      stream:
        "A TCP socket is listed from `listen()` or `connect()` on. After `bind()` it holds its port unseen.",
      datagram: "It receives from then on, and is listed.",
      raw: "It is listed from the moment that it is made.",
    },
  },
  {
    text: "Data from several senders can arrive at one such socket.",
    holds: (type) => {
      const second: readonly WrittenStep[] = [
        make("A", "a2", type),
        does("A", "connect", "a2", "10.0.0.2", 8080),
        SOON,
        does("A", "send", "a2", "two"),
      ];
      const all = [...joined(type), send("one"), ...second, SOON, receive(100), receive(100)];
      const texts = simulated(all).flatMap(({ results }) =>
        results.filter(({ call }) => call === "recv").map(({ value }) => String(value)),
      );
      return texts.join(" ").includes("two");
    },
    reasons: {
      stream:
        "A socket with a connection has one peer. Each client's bytes arrive at a socket of their own.",
      datagram: "Without a peer it takes datagrams from whoever sends them.",
      raw: "It gets what arrives for its protocol number, whoever has sent it.",
    },
  },
];

const found = new Map<string, boolean>();

/** Tried out once. */
export function holdsFor(property: SocketProperty, type: SocketType): boolean {
  const key = `${type} ${property.text}`;
  const known = found.get(key) ?? property.holds(type);
  found.set(key, known);
  return known;
}
