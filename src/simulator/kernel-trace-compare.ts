/** What the kernel did beside what the simulator did: packets, results of calls, rows of socket tables. */
import type { SocketEntry } from "#net/socket-entry";
import type { CallResult } from "./calls.ts";
import type { TraceCall, TraceResult } from "./kernel-trace-call.ts";
import type { TraceHost, TracePacket } from "./kernel-trace-packet.ts";
import type { Packet, PacketEnd, TcpFlags, TcpSegment } from "./packet.ts";

/** Which host an address is; the spoofed sources of traces 19c and 19d count as A, as there. */
export function hostOf(address: string): TraceHost {
  return /^(10\.0\.0\.2|fd00::2)$/.test(address) ? "B" : "A";
}

/**
 * Initial sequence numbers by connection and side, as the trace's script kept them: each SYN that a side sends is its
 * new beginning.
 */
export class Beginnings {
  readonly #first = new Map<string, number>();
  /** Numbers of an earlier connection, whose distance nobody can foretell: the trace's by the simulator's. */
  readonly #strange = new Map<number, number>();

  learn(segment: TcpSegment): void {
    if (segment.flags.syn) {
      this.#first.set(key(segment.from, segment.to), segment.seq);
    }
  }

  set(from: PacketEnd, to: PacketEnd, first: number): void {
    this.#first.set(key(from, to), first);
  }

  of(from: PacketEnd, to: PacketEnd): number | undefined {
    return this.#first.get(key(from, to));
  }

  relative(from: PacketEnd, to: PacketEnd, absolute: number): number {
    return (absolute - (this.of(from, to) ?? 0)) | 0;
  }

  /** A distance of more than a million is another connection's: then it need only be the same each time. */
  isSame(expected: number, actual: number): boolean {
    if (Math.abs(expected) < 1_000_000) {
      return expected === actual;
    }
    const known = this.#strange.get(expected) ?? actual;
    this.#strange.set(expected, known);
    return known === actual && Math.abs(actual) > 1000;
  }
}

function key(from: PacketEnd, to: PacketEnd): string {
  return `${from.address} ${from.port} ${to.address} ${to.port}`;
}

/** The packet in the trace's words; two packets are the same when these are. */
export function simulated(packet: Packet, beginnings: Beginnings): TracePacket {
  switch (packet.kind) {
    case "tcp": {
      const { from, to, flags, data } = packet;
      const isStray = beginnings.of(from, to) === undefined;
      return {
        kind: "tcp",
        from: { host: hostOf(from.address), port: from.port },
        to: { host: hostOf(to.address), port: to.port },
        flags: flagsText(flags),
        seq: isStray ? packet.seq : beginnings.relative(from, to, packet.seq),
        isSeqAbsolute: isStray,
        ack: flags.ack ? beginnings.relative(to, from, packet.ack) : null,
        length: data.length,
        window: packet.window,
        options: null,
        data,
      };
    }
    case "udp": {
      const { from, to, data } = packet;
      return {
        kind: "udp",
        from: { host: hostOf(from.address), port: from.port },
        to: { host: hostOf(to.address), port: to.port },
        length: data.length,
        data,
      };
    }
    case "icmp":
      return {
        kind: "icmp",
        from: hostOf(packet.from),
        to: hostOf(packet.to),
        type: packet.type,
        code: packet.code,
        quoted: {
          protocol: packet.quoted?.kind === "udp" ? "UDP" : "TCP",
          from: packet.quoted?.from.port ?? 0,
          to: packet.quoted?.to.port ?? 0,
          bytes: 0,
        },
      };
    case "raw":
      throw new Error("No trace has packets of other protocols");
  }
}

export function flagsText(flags: TcpFlags): string {
  const names = [
    ["SYN", flags.syn],
    ["FIN", flags.fin],
    ["RST", flags.rst],
    ["PSH", flags.psh],
    ["ACK", flags.ack],
  ] as const;
  return names.flatMap(([name, isSet]) => (isSet ? [name] : [])).join(",");
}

export function isSamePacket(
  expected: TracePacket,
  actual: TracePacket,
  beginnings: Beginnings,
): boolean {
  if (expected.kind === "tcp" && actual.kind === "tcp") {
    return (
      isSameWay(expected, actual) &&
      expected.flags === actual.flags &&
      expected.length === actual.length &&
      actual.data.startsWith(expected.data) &&
      beginnings.isSame(expected.seq, actual.seq) &&
      (expected.ack === null
        ? actual.ack === null
        : actual.ack !== null && beginnings.isSame(expected.ack, actual.ack))
    );
  }
  if (expected.kind === "udp" && actual.kind === "udp") {
    return (
      isSameWay(expected, actual) &&
      expected.length === actual.length &&
      actual.data.startsWith(expected.data)
    );
  }
  return packetText(expected) === packetText(actual);
}

function isSameWay(one: TracePacket, other: TracePacket): boolean {
  return wayText(one) === wayText(other);
}

/** From whom to whom. */
export function wayText(packet: TracePacket): string {
  return packet.kind === "icmp"
    ? `${packet.from} > ${packet.to}`
    : `${packet.from.host}:${packet.from.port} > ${packet.to.host}:${packet.to.port}`;
}

/** Without windows and options, which are not compared. */
export function packetText(packet: TracePacket): string {
  switch (packet.kind) {
    case "tcp":
      return `${wayText(packet)} <${packet.flags}> seq=${packet.seq} ack=${packet.ack ?? "-"} len=${packet.length}`;
    case "udp":
      return `${wayText(packet)} UDP len=${packet.length}`;
    case "icmp": {
      const { type, code, quoted } = packet;
      return `${wayText(packet)} ICMP ${type}/${code} (quotes ${quoted.protocol} ${quoted.from}>${quoted.to})`;
    }
  }
}

/** Null where a call that returned so would be told otherwise. */
export function resultText(result: TraceResult | CallResult): string {
  if ("kind" in result) {
    switch (result.kind) {
      case "ok":
        return "0";
      case "errno":
        return result.errno;
      case "number":
        return String(result.number);
      case "data":
        return JSON.stringify(result.data);
      case "datagram":
        return `${JSON.stringify(result.data)} from ${result.from.address}:${result.from.port}`;
      case "accepted":
        return `connection of ${result.peer.address}:${result.peer.port}`;
      case "packet":
        return result.bytes;
    }
  }
  const { value, errno } = result;
  if (errno !== null) {
    return errno;
  }
  if (value === null) {
    return "0";
  }
  if (typeof value === "number") {
    return String(value);
  }
  if (typeof value === "string") {
    return JSON.stringify(value);
  }
  if ("fd" in value) {
    return `connection of ${value.peer.address}:${value.peer.port}`;
  }
  if ("from" in value) {
    return `${JSON.stringify(value.data)} from ${value.from.address}:${value.from.port}`;
  }
  return `${value.address}:${value.port}`;
}

export function isSameResult(call: TraceCall, kernel: string, simulator: string): boolean {
  return call.name === "raw recv" && kernel.startsWith("45 ")
    ? isSameHeader(kernel, simulator)
    : kernel === simulator;
}

/** An IPv4 packet with its header: version, protocol, addresses and ports. The rest depends on options and numbers. */
function isSameHeader(kernel: string, simulator: string): boolean {
  const [theirs, ours] = [kernel.split(" "), simulator.split(" ")];
  return [0, 9, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23].every(
    (at) => theirs[at] === ours[at],
  );
}

/** Received bytes, as resultText has them, in hexadecimal; anything else as it is. */
export function hexadecimal(result: string): string {
  const [, quoted] = /^(".*") from .*$/.exec(result) ?? [];
  return quoted === undefined
    ? result
    : Array.from(JSON.parse(quoted) as string, (char) =>
        char.charCodeAt(0).toString(16).padStart(2, "0"),
      ).join(" ");
}

/** A socket's row, for comparing and for reading. */
export function rowText(entry: SocketEntry, withProcess: boolean): string {
  const end = (endpoint: SocketEntry["local"] | null): string =>
    endpoint === null ? "*" : `${endpoint.address}:${endpoint.port ?? "*"}`;
  const held = entry.processes.length > 0 ? "held" : "nobody's";
  return [
    entry.protocol,
    entry.state ?? "-",
    entry.recvQ ?? "?",
    entry.sendQ ?? "?",
    end(entry.local),
    end(entry.peer),
    ...(withProcess ? [held] : []),
  ].join(" ");
}

/** As often as they are there once more than in the others. */
export function without(rows: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return rows.filter((row) => {
    const at = left.indexOf(row);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}
