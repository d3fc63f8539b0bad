/**
 * What goes over the wire: IP packets as data. Bytes of a payload are the characters of a text, one each, U+0000 to
 * U+00FF, so that a world can be written as JSON and read by a person. Sequence numbers are unsigned 32-bit numbers.
 * Simplified: no fragments, no IP options, no urgent data; of TCP's options only those that change what is seen.
 */

/** IPv4 with dots, or IPv6 as RFC 5952 writes it. */
export type IpAddress = string;

export interface PacketEnd {
  readonly address: IpAddress;
  readonly port: number;
}

export interface TcpFlags {
  readonly syn: boolean;
  readonly ack: boolean;
  readonly fin: boolean;
  readonly rst: boolean;
  readonly psh: boolean;
}

export interface TcpOptions {
  /** Bytes; on a SYN only (RFC 9293 §3.7.1). */
  readonly mss?: number;
  /** How far the window is shifted; on a SYN only (RFC 7323). */
  readonly windowScale?: number;
  readonly sackPermitted?: boolean;
  /** Timestamps take 12 bytes of every segment of a connection whose both ends offered them (RFC 7323); their values are in a segment's stamp. */
  readonly timestamps?: boolean;
  /** What arrived beyond a gap: first number and the one after the last, as on the wire (RFC 2018). */
  readonly sack?: readonly (readonly [from: number, end: number])[];
}

export interface TcpSegment {
  readonly kind: "tcp";
  readonly from: PacketEnd;
  readonly to: PacketEnd;
  /** 0 to 2^32 - 1, as on the wire. */
  readonly seq: number;
  /** As on the wire; 0 where the ACK flag is off. */
  readonly ack: number;
  readonly flags: TcpFlags;
  /** As on the wire: before it is shifted. */
  readonly window: number;
  readonly options: TcpOptions;
  readonly data: string;
  /** Where both ends use timestamps (RFC 7323); not among the octets. */
  readonly stamp?: TcpStamp;
}

/** By the world's clock, where a real end has one of its own. */
export interface TcpStamp {
  /** When the segment was sent: TSval. */
  readonly sent: number;
  /** Of the other end's segment that it answers: TSecr; null on a SYN. */
  readonly echoed: number | null;
}

export interface UdpDatagram {
  readonly kind: "udp";
  readonly from: PacketEnd;
  readonly to: PacketEnd;
  readonly data: string;
}

/** An error quotes the packet it is about; an echo carries data. */
export interface IcmpMessage {
  readonly kind: "icmp";
  readonly from: IpAddress;
  readonly to: IpAddress;
  /** As in ICMP for IPv4 (RFC 792); ICMPv6's numbers (RFC 4443) where the addresses are IPv6. */
  readonly type: number;
  readonly code: number;
  readonly quoted: TcpSegment | UdpDatagram | null;
  /** After the type, code and checksum of an echo: identifier, sequence number, data. */
  readonly echo: { readonly id: number; readonly seq: number; readonly data: string } | null;
}

/** Any other protocol, as a raw socket sends it. */
export interface RawPacket {
  readonly kind: "raw";
  readonly from: IpAddress;
  readonly to: IpAddress;
  /** The IP protocol's number (IANA, protocol-numbers). */
  readonly protocol: number;
  readonly data: string;
}

export type Packet = TcpSegment | UdpDatagram | IcmpMessage | RawPacket;

export const addressesOf = (packet: Packet): { readonly from: IpAddress; readonly to: IpAddress } =>
  packet.kind === "tcp" || packet.kind === "udp"
    ? { from: packet.from.address, to: packet.to.address }
    : packet;

/** What the segment takes of the sequence numbers: its data, and one each for SYN and FIN (RFC 9293 §3.4). */
export function segmentLength({ data, flags }: TcpSegment): number {
  return data.length + (flags.syn ? 1 : 0) + (flags.fin ? 1 : 0);
}
