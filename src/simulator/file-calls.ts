/**
 * A call in a file: {"host":"A","call":"connect","on":"c","args":["10.0.0.2",8080],"as":"r"}. Arguments stand in the
 * order of the call's own, with C's names for constants or without their beginnings: "SHUT_WR", "write".
 */
import type { SocketCall, SocketOption } from "./calls.ts";
import { type Fields, addressOf, fault } from "./file-fields.ts";

/** Like SocketCall, but for the descriptor: the file names its socket. */
type WithoutFd<Call> = Call extends { readonly fd: number } ? Omit<Call, "fd"> : Call;

export interface NamedCall {
  readonly call: WithoutFd<SocketCall>;
  /** Null for a call that needs no socket. */
  readonly on: string | null;
  /** What the result is called: the socket of socket() and accept(), the process of fork(). */
  readonly as: string | null;
  /** Gives EAGAIN or EINPROGRESS rather than wait. */
  readonly nonBlocking: boolean;
}

export function parseCall(step: Fields): NamedCall {
  const name = step.text("call");
  const args = step.has("args") ? step.list("args") : [];
  const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  if (reader === undefined)
    throw fault(
      step.where,
      `calls ${JSON.stringify(name)}; there are ${Object.keys(READERS).join(", ")}`,
    );
  const needsSocket = !["socket", "fork", "exit"].includes(name);
  if (needsSocket && !step.has("on")) throw fault(step.where, `needs "on", the name of a socket`);
  return {
    call: reader(new Arguments(args, `${step.where}, ${name},`)),
    on: step.has("on") ? step.text("on") : null,
    as: step.has("as") ? step.text("as") : null,
    nonBlocking: step.raw("nonBlocking") === true,
  };
}

class Arguments {
  readonly #values: readonly unknown[];
  readonly where: string;

  constructor(values: readonly unknown[], where: string) {
    this.#values = values;
    this.where = where;
  }

  has(at: number): boolean {
    return this.#values[at] !== undefined && this.#values[at] !== null;
  }

  raw(at: number): unknown {
    return this.#values[at];
  }

  text(at: number, what: string): string {
    const value = this.#values[at];
    if (typeof value !== "string")
      throw fault(this.where, `needs ${what} as argument ${at + 1}, a text`);
    return value;
  }

  number(at: number, what: string, otherwise?: number): number {
    const value = this.#values[at] ?? otherwise;
    if (!Number.isInteger(value) || Math.abs(Number(value)) >= 2 ** 31)
      throw fault(this.where, `needs ${what} as argument ${at + 1}, a whole number`);
    return Number(value);
  }

  port(at: number): number {
    const port = this.number(at, "a port");
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw fault(this.where, `has ${port} for a port; ports go from 0 to 65535`);
    return port;
  }

  /** ("10.0.0.2", 8080), ("10.0.0.2:8080"), (["10.0.0.2", 8080]), or (8080) for every address. */
  address(at: number): { readonly address: string; readonly port: number } {
    const value = this.#values[at];
    if (Array.isArray(value)) return new Arguments(value, this.where).address(0);
    if (typeof value === "number") return { address: "*", port: this.port(at) };
    const text = this.text(at, "an address");
    const joined = this.has(at + 1) ? null : /^(?:\[(.+)\]|([^:]*)):(\d{1,5})$/.exec(text);
    if (joined !== null) {
      const [, bracketed, plain, port] = joined;
      return new Arguments([bracketed ?? plain, Number(port)], this.where).address(0);
    }
    const isAny = ["0.0.0.0", "::", "*", ""].includes(text);
    return { address: isAny ? "*" : addressOf(text, this.where), port: this.port(at + 1) };
  }

  /** Without the first argument where it is this word, as in setsockopt(SOL_SOCKET, …). */
  without(pattern: RegExp): Arguments {
    const [first, ...rest] = this.#values;
    return typeof first === "string" && pattern.test(first)
      ? new Arguments(rest, this.where)
      : this;
  }
}

/** The level of an option, which its name tells already. */
const LEVEL = /^(?:SOL_SOCKET|IPPROTO_(?:TCP|IP|IPV6)|SOL_(?:TCP|IP|IPV6))$/i;

type CallReader = (args: Arguments) => WithoutFd<SocketCall>;

const READERS: Readonly<Record<string, CallReader>> = {
  socket: (args) => {
    const words = [0, 1, 2]
      .filter((at) => args.has(at))
      .map((at) => String(args.raw(at)).toLowerCase());
    // "IPPROTO_TCP" as the third word says nothing of the type where "SOCK_RAW" stands before it.
    const type = words.some((word) => /raw|^(?:ipproto_)?icmp/.test(word))
      ? "raw"
      : words.some((word) => /dgram|udp/.test(word))
        ? "dgram"
        : "stream";
    const domain = words.slice(0, 2).some((word) => /inet6|ipv6|^6$/.test(word)) ? 6 : 4;
    const protocol = protocolOf(args);
    return type === "raw"
      ? { name: "socket", domain, type, protocol }
      : { name: "socket", domain, type };
  },
  setsockopt: (args) => ({ name: "setsockopt", option: optionOf(args.without(LEVEL)) }),
  getsockopt: (args) => ({
    name: "getsockopt",
    option: optionName(args.without(LEVEL), [...FLAGS, ...NUMBERS, "SO_LINGER", "SO_ERROR"]),
  }),
  bind: (args) => ({ name: "bind", to: args.address(0) }),
  listen: (args) => ({ name: "listen", backlog: args.number(0, "a backlog", 128) }),
  accept: () => ({ name: "accept" }),
  connect: (args) => ({ name: "connect", to: args.has(0) ? args.address(0) : null }),
  send: (args) => ({ name: "send", data: dataOf(args) }),
  recv: (args) => ({ name: "recv", size: args.number(0, "a size", 65536) }),
  sendto: (args) => ({ name: "sendto", data: dataOf(args), to: args.address(1) }),
  recvfrom: (args) => ({ name: "recvfrom", size: args.number(0, "a size", 65536) }),
  shutdown: (args) => ({ name: "shutdown", how: howOf(args) }),
  close: () => ({ name: "close" }),
  getsockname: () => ({ name: "getsockname" }),
  getpeername: () => ({ name: "getpeername" }),
  fork: () => ({ name: "fork" }),
  exit: () => ({ name: "exit" }),
};

const PROTOCOLS: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 };

/** The third argument: a number, "IPPROTO_TCP", "tcp"; ICMP where there is none. */
function protocolOf(args: Arguments): number {
  const value = args.raw(2);
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 255)
    return value;
  const name = String(value)
    .toLowerCase()
    .replace(/^ipproto_/, "");
  return (Object.hasOwn(PROTOCOLS, name) ? PROTOCOLS[name] : undefined) ?? 1;
}

/** A text, or a number of bytes for one of that length. */
function dataOf(args: Arguments): string {
  const value = args.raw(0);
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 1_000_000)
    return "x".repeat(value);
  const text = args.text(0, "data");
  // oxlint-disable-next-line no-control-regex -- bytes, whatever they are
  if (!/^[\u0000-\u00FF]*$/.test(text))
    throw fault(args.where, "has data beyond U+00FF: one character is one byte");
  return text;
}

function howOf(args: Arguments): "read" | "write" | "both" {
  const word = String(args.has(0) ? args.raw(0) : "write").toLowerCase();
  if (/^(?:shut_wr|write|wr|1)$/.test(word)) return "write";
  if (/^(?:shut_rd|read|rd|0)$/.test(word)) return "read";
  if (/^(?:shut_rdwr|both|rdwr|2)$/.test(word)) return "both";
  throw fault(
    args.where,
    `shuts ${JSON.stringify(word)} down; there are SHUT_RD, SHUT_WR, SHUT_RDWR`,
  );
}

const FLAGS = [
  "SO_REUSEADDR",
  "SO_REUSEPORT",
  "SO_KEEPALIVE",
  "IPV6_V6ONLY",
  "TCP_NODELAY",
  "O_NONBLOCK",
] as const;
const NUMBERS = [
  "SO_RCVBUF",
  "SO_SNDBUF",
  "TCP_KEEPIDLE",
  "TCP_KEEPINTVL",
  "TCP_KEEPCNT",
  "TCP_USER_TIMEOUT",
  "SO_RCVTIMEO",
  "SO_SNDTIMEO",
] as const;

function optionOf(args: Arguments): SocketOption {
  const name = optionName(args, [...FLAGS, ...NUMBERS, "SO_LINGER"]);
  const flag = FLAGS.find((each) => each === name);
  if (flag !== undefined) return { name: flag, value: args.raw(1) !== false && args.raw(1) !== 0 };
  const number = NUMBERS.find((each) => each === name);
  if (number !== undefined) return { name: number, value: args.number(1, "a value") };
  return { name: "SO_LINGER", value: args.has(1) ? args.number(1, "seconds") : null };
}

function optionName<Name extends string>(args: Arguments, names: readonly Name[]): Name {
  const text = args.text(0, "an option").toUpperCase();
  const name = names.find(
    (each) => each === text || each.replace(/^(?:SO|TCP|IPV6|O)_/, "") === text,
  );
  if (name === undefined)
    throw fault(args.where, `names the option ${text}; there are ${names.join(", ")}`);
  return name;
}
