/**
 * The calls of a recorded trace. Its script wrote them for people ("send #2 -> ERR EPIPE (Broken pipe)"), so a few
 * words are read besides the call: which of several sockets is meant, and what was set before. Null for what is not
 * understood; a test holds that there is nothing such.
 */
import type { Errno } from "./errno.ts";
import { ERRNOS } from "./errno.ts";

export interface TraceAddress {
  readonly address: string;
  readonly port: number;
}

export type TraceCall =
  | {
      readonly name: "bind";
      /** Address "*" where the trace has none: 0.0.0.0. */
      readonly to: TraceAddress;
      readonly reuseAddress: boolean;
      readonly reusePort: boolean;
      readonly v6Only: boolean;
    }
  | { readonly name: "listen"; readonly backlog: number }
  | { readonly name: "connect"; readonly to: TraceAddress }
  | { readonly name: "accept" }
  /** `data` null where the words do not tell it; `client` counts connect() calls from 1. */
  | { readonly name: "send"; readonly data: string | null; readonly client: number | null }
  | { readonly name: "recv"; readonly size: number | null; readonly peer: TraceAddress | null }
  | { readonly name: "recvfrom" }
  /** `to` null where it is the one just heard; `from` a bound port. */
  | {
      readonly name: "sendto";
      readonly data: string | null;
      readonly to: TraceAddress | null;
      readonly from: number | null;
    }
  | { readonly name: "raw send"; readonly from: number; readonly to: number }
  | { readonly name: "raw recv"; readonly protocol: "tcp" | "udp" | null }
  | { readonly name: "shutdown" }
  | {
      readonly name: "close";
      readonly which: "listener" | "connection" | null;
      readonly isAbort: boolean;
    }
  | { readonly name: "get error" }
  | { readonly name: "set v6only"; readonly value: boolean }
  | {
      readonly name: "set keepalive";
      readonly idle: number;
      readonly interval: number;
      readonly count: number;
    }
  | { readonly name: "reboot" }
  | { readonly name: "kill" }
  /** Not a call: what had become of one after so many seconds. */
  | { readonly name: "connect failed"; readonly errno: Errno; readonly after: number }
  | { readonly name: "time-wait gone"; readonly after: number };

export type TraceResult =
  | { readonly kind: "ok" }
  | { readonly kind: "errno"; readonly errno: Errno }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "data"; readonly data: string }
  | { readonly kind: "datagram"; readonly data: string; readonly from: TraceAddress }
  | { readonly kind: "accepted"; readonly peer: TraceAddress; readonly local: TraceAddress }
  /** A packet with its IP header, as hexadecimal. */
  | { readonly kind: "packet"; readonly bytes: string };

export function callOf(text: string): TraceCall | null {
  return setUp(text) ?? sending(text) ?? receiving(text) ?? other(text);
}

export function resultOf(text: string): TraceResult | null {
  if (text === "ok") {
    return { kind: "ok" };
  }
  const [, name] = /^(?:ERR )?(E[A-Z]+)(?: \(.*\))?$/.exec(text) ?? [];
  if (name !== undefined) {
    const errno = errnoOf(name);
    return errno && { kind: "errno", errno };
  }
  if (/^\d+$/.test(text)) {
    return { kind: "number", number: Number(text) };
  }
  const [, data] = /^b'(.*)'$/.exec(text) ?? [];
  if (data !== undefined) {
    return { kind: "data", data };
  }
  const [, datagram, from] = /^\(b'(.*)', (\('.*', \d+\))\)$/.exec(text) ?? [];
  if (datagram !== undefined) {
    return { kind: "datagram", data: datagram, from: pythonAddress(from!) };
  }
  const [, peer, local] = /^new fd, peer=(\(.*?\)) local=(\(.*?\))$/.exec(text) ?? [];
  if (peer !== undefined) {
    return { kind: "accepted", peer: pythonAddress(peer), local: pythonAddress(local!) };
  }
  const [, bytes] =
    /^(?:from \('.*', 0\) \d+ bytes: )?([0-9a-f]{2}(?: [0-9a-f]{2})+)$/.exec(text) ?? [];
  return bytes === undefined ? null : { kind: "packet", bytes };
}

function setUp(text: string): TraceCall | null {
  const bind = /^(?:listener \d |second listener: )?bind\((.*):(\d+)\)(.*)$/.exec(text);
  if (bind !== null) {
    const [, address, port, rest] = bind;
    return {
      name: "bind",
      to: { address: unbracketed(address!) || "*", port: Number(port) },
      reuseAddress: rest!.startsWith(" with SO_REUSEADDR"),
      reusePort: rest!.endsWith(" SO_REUSEPORT"),
      v6Only: rest === " v6only",
    };
  }
  const [, backlog] = /^listen\((\d+)\)$/.exec(text) ?? [];
  if (backlog !== undefined) {
    return { name: "listen", backlog: Number(backlog) };
  }
  const [, address, port] = /^connect\((.*):(\d+)\)$/.exec(text) ?? [];
  if (address !== undefined) {
    return { name: "connect", to: { address: unbracketed(address), port: Number(port) } };
  }
  const [, value] = /^setsockopt IPV6_V6ONLY=([01])$/.exec(text) ?? [];
  if (value !== undefined) {
    return { name: "set v6only", value: value === "1" };
  }
  const [, idle, interval, count] =
    /^setsockopt\(SO_KEEPALIVE\), TCP_KEEPIDLE=(\d+) TCP_KEEPINTVL=(\d+) TCP_KEEPCNT=(\d+)$/.exec(
      text,
    ) ?? [];
  return idle === undefined
    ? null
    : {
        name: "set keepalive",
        idle: Number(idle),
        interval: Number(interval),
        count: Number(count),
      };
}

function sending(text: string): TraceCall | null {
  const raw = /^sendto raw SYN \(port (\d+) -> (\d+)\), header built by hand$/.exec(text);
  if (raw !== null) {
    return { name: "raw send", from: Number(raw[1]), to: Number(raw[2]) };
  }
  const sendto =
    /^(?:UDP )?sendto(?:\((\w+)(?:, ([AB])(?::(\d+))?)?\)| from :(\d+)| ([AB]):(\d+))(?: \(.*\))?$/.exec(
      text,
    );
  if (sendto !== null) {
    const [, data, host, port, from, otherHost, otherPort] = sendto;
    const [to, toPort] = [host ?? otherHost, port ?? otherPort];
    return {
      name: "sendto",
      data: data ?? null,
      to: toPort === undefined ? null : { address: addressOf(to!), port: Number(toPort) },
      from: from === undefined ? null : Number(from),
    };
  }
  const send =
    /^(?:client (\d):? )?send(?:\(([^)]*)\)| #\d(?: \(.*\))?| after SHUT_WR| again| \(reports the earlier error, sends nothing\))?$/.exec(
      text,
    );
  if (send === null) {
    return null;
  }
  const [, client, words] = send;
  const isTold = words !== undefined && !/^\d+ bytes$/.test(words);
  return {
    name: "send",
    data: words === "empty" ? "" : isTold ? words : null,
    client: client === undefined ? null : Number(client),
  };
}

function receiving(text: string): TraceCall | null {
  if (text === "accept()") {
    return { name: "accept" };
  }
  if (text === "recvfrom") {
    return { name: "recvfrom" };
  }
  const raw = /^raw (UDP )?recvfrom( again)?$/.exec(text);
  if (raw !== null) {
    return { name: "raw recv", protocol: raw[1] ? "udp" : raw[2] ? null : "tcp" };
  }
  const recv =
    /^recv(?:\((\d+)\): .*|: empty datagram| \(EOF\)| \(=> b"" is EOF\)| again| on accepted fd \(peer (.*):(\d+)\))?$/.exec(
      text,
    );
  if (recv === null) {
    return null;
  }
  const [, size, address, port] = recv;
  return {
    name: "recv",
    size: size === undefined ? null : Number(size),
    peer: address === undefined ? null : { address, port: Number(port) },
  };
}

function other(text: string): TraceCall | null {
  if (text === "shutdown(SHUT_WR)") {
    return { name: "shutdown" };
  }
  if (text === "getsockopt(SO_ERROR)") {
    return { name: "get error" };
  }
  if (text.startsWith("REBOOT: ")) {
    return { name: "reboot" };
  }
  if (text.startsWith("kill -9 of ")) {
    return { name: "kill" };
  }
  const close =
    /^close\(\)(?: (listener|connection)(?: only; .*)?| (with SO_LINGER\{1,0\}))?$/.exec(text);
  if (close !== null) {
    const which = (close[1] ?? null) as "listener" | "connection" | null;
    return { name: "close", which, isAbort: close[2] !== undefined };
  }
  const failed = /^connect fails with (E[A-Z]+) \(.*\) ([\d.]+) s after connect\(\)$/.exec(text);
  if (failed !== null) {
    const errno = errnoOf(failed[1]!);
    return errno && { name: "connect failed", errno, after: Number(failed[2]) };
  }
  const [, after] = /^TIME-WAIT gone ([\d.]+) s after it began$/.exec(text) ?? [];
  return after === undefined ? null : { name: "time-wait gone", after: Number(after) };
}

/** Python's names are Linux's, but it writes EOPNOTSUPP (95) by its other name. */
export function errnoOf(name: string): Errno | null {
  const linux = name === "ENOTSUP" ? "EOPNOTSUPP" : name;
  return ERRNOS.find((errno) => errno === linux) ?? null;
}

function addressOf(host: string): string {
  return host === "A" ? "10.0.0.1" : "10.0.0.2";
}

function unbracketed(address: string): string {
  return address.replace(/^\[(.*)\]$/, "$1");
}

function pythonAddress(text: string): TraceAddress {
  const [, address, port] = /^\('(.*)', (\d+)\)$/.exec(text) ?? [];
  return { address: address ?? "", port: Number(port) };
}
