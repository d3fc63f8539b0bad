/** A packet as a report names it: hosts for addresses, flags in words, numbers counted from the ends' own beginnings. */
import { addressesOf, type Packet, type PacketEnd, type TcpSegment } from "./packet.ts";
import type { Reason } from "./reason.ts";
import type { RelativeNumbers } from "./relative-numbers.ts";
import { addressesOfHost } from "./routing.ts";
import type { SegmentFate, SegmentReport } from "./simulation-report.ts";
import { isLoopback } from "./wire-address.ts";
import type { Micros, World } from "./world.ts";

interface Circumstances {
  readonly at: Micros;
  readonly fate: SegmentFate;
  readonly isRetransmission: boolean;
  readonly why: Reason | null;
  /** Who sent it, where a host did. */
  readonly sender?: string;
}

export function segmentReport(
  packet: Packet,
  world: World,
  numbers: RelativeNumbers,
  { at, fate, isRetransmission, why, sender }: Circumstances,
): SegmentReport {
  const { from, to } = addressesOf(packet);
  const ports = packet.kind === "tcp" || packet.kind === "udp" ? packet : null;
  const name = (address: string, end: PacketEnd | undefined) =>
    withPort(hostOf(world, address, sender) ?? bracketed(address), end);
  return {
    t: at / 1_000_000,
    from: name(from, ports?.from),
    to: name(to, ports?.to),
    flags: flagWords(packet),
    ...(packet.kind === "tcp" ? numbers.of(packet) : { seq: null, ack: null }),
    length: lengthOf(packet),
    fate,
    source: withPort(bracketed(from), ports?.from),
    destination: withPort(bracketed(to), ports?.to),
    icmp: packet.kind === "icmp" ? { type: packet.type, code: packet.code } : null,
    isRetransmission,
    why,
  };
}

/** Every host has the loopback addresses: then it is the sender's. */
function hostOf(world: World, address: string, sender: string | undefined): string | undefined {
  if (isLoopback(address)) return sender;
  return Object.values(world.hosts).find((host) => addressesOfHost(host).includes(address))?.name;
}

const bracketed = (address: string) => (address.includes(":") ? `[${address}]` : address);
const withPort = (name: string, end: PacketEnd | undefined) =>
  end === undefined ? name : `${name}:${end.port}`;

function flagWords(packet: Packet): string {
  switch (packet.kind) {
    case "tcp":
      return tcpFlagWords(packet);
    case "udp":
      return "UDP";
    case "icmp":
      return "ICMP";
    case "raw":
      return `protocol ${packet.protocol}`;
  }
}

/** In the order in which the traces have them: PSH,ACK and FIN,ACK and RST,ACK. */
function tcpFlagWords({ flags }: TcpSegment): string {
  const words = [
    flags.syn ? "SYN" : null,
    flags.fin ? "FIN" : null,
    flags.rst ? "RST" : null,
    flags.psh ? "PSH" : null,
    flags.ack ? "ACK" : null,
  ].filter((word) => word !== null);
  return words.length === 0 ? "none" : words.join(",");
}

function lengthOf(packet: Packet): number {
  return packet.kind === "icmp" ? (packet.echo?.data.length ?? 0) : packet.data.length;
}
