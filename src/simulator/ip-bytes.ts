/**
 * A packet as the octets of an IPv4 (RFC 791) or IPv6 (RFC 8200) packet, all checksums right. Every packet may not be
 * fragmented, and so its IPv4 identification may be any number (RFC 6864 §4.1): it is 0, and the quotation in an
 * ICMP error has the same. Simplified: TTL and hop limit are 64, no IP options, no traffic class, no flow label.
 */
import ipaddr from "ipaddr.js";
import { checksummed, pseudoHeader } from "./checksum.ts";
import { ICMP_CHECKSUM_AT, icmpBytes } from "./icmp-bytes.ts";
import { concatenated, dataOctets, u16 } from "./octets.ts";
import { addressesOf, type IpAddress, type Packet } from "./packet.ts";
import { TCP_CHECKSUM_AT, tcpBytes } from "./tcp-bytes.ts";

/** IANA, protocol-numbers. */
export const PROTOCOL_NUMBER = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const;

const HOPS = 64;
const UDP_CHECKSUM_AT = 6;
const NOTHING = new Uint8Array(0);

/** Addresses are taken to be right: they come from a host's own configuration. */
export function ipBytes(packet: Packet): Uint8Array {
  const ends = addressesOf(packet);
  const from = addressOctets(ends.from);
  const to = addressOctets(ends.to);
  const { protocol, payload } = payloadOf(packet, from, to);
  return from.length === 4
    ? concatenated([ipv4Header(from, to, protocol, payload.length), payload])
    : concatenated([ipv6Header(from, to, protocol, payload.length), payload]);
}

const addressOctets = (address: IpAddress): readonly number[] =>
  ipaddr.parse(address).toByteArray();

interface IpPayload {
  readonly protocol: number;
  readonly payload: Uint8Array;
}

function payloadOf(packet: Packet, from: readonly number[], to: readonly number[]): IpPayload {
  switch (packet.kind) {
    case "tcp": {
      const segment = tcpBytes(packet);
      const before = pseudoHeader(from, to, PROTOCOL_NUMBER.tcp, segment.length);
      return {
        protocol: PROTOCOL_NUMBER.tcp,
        payload: checksummed(segment, TCP_CHECKSUM_AT, before),
      };
    }
    case "udp": {
      const length = 8 + packet.data.length;
      const datagram = concatenated([
        u16(packet.from.port),
        u16(packet.to.port),
        u16(length),
        u16(0),
        dataOctets(packet.data),
      ]);
      const before = pseudoHeader(from, to, PROTOCOL_NUMBER.udp, length);
      const payload = checksummed(datagram, UDP_CHECKSUM_AT, before);
      // Zero would say that there is no checksum (RFC 768).
      if (payload[UDP_CHECKSUM_AT] === 0 && payload[UDP_CHECKSUM_AT + 1] === 0)
        payload.set(u16(0xffff), UDP_CHECKSUM_AT);
      return { protocol: PROTOCOL_NUMBER.udp, payload };
    }
    case "icmp": {
      const family = from.length === 4 ? 4 : 6;
      const quoted = packet.quoted === null ? null : ipBytes(packet.quoted);
      const message = icmpBytes(packet, quoted, family);
      // ICMP for IPv4 has no pseudo-header, ICMPv6 has one (RFC 4443 §2.3).
      const protocol = family === 4 ? PROTOCOL_NUMBER.icmp : PROTOCOL_NUMBER.icmpv6;
      const before = family === 4 ? NOTHING : pseudoHeader(from, to, protocol, message.length);
      return { protocol, payload: checksummed(message, ICMP_CHECKSUM_AT, before) };
    }
    case "raw":
      return { protocol: packet.protocol, payload: dataOctets(packet.data) };
  }
}

const DO_NOT_FRAGMENT = 0x4000;
const IPV4_CHECKSUM_AT = 10;

function ipv4Header(
  from: readonly number[],
  to: readonly number[],
  protocol: number,
  length: number,
): Uint8Array {
  const header = concatenated([
    [0x45, 0],
    u16(20 + length),
    u16(0),
    u16(DO_NOT_FRAGMENT),
    [HOPS, protocol],
    u16(0),
    from,
    to,
  ]);
  return checksummed(header, IPV4_CHECKSUM_AT, NOTHING);
}

function ipv6Header(
  from: readonly number[],
  to: readonly number[],
  protocol: number,
  length: number,
): Uint8Array {
  return concatenated([[0x60, 0, 0, 0], u16(length), [protocol, HOPS], from, to]);
}
