/**
 * The bytes of a packet, as the simulator writes them for a capture, told field by field: IPv4 (RFC 791 §3.1) or IPv6
 * (RFC 8200 §3), and what it carries. An ICMP error holds the packet that it is about, told in the same way.
 */
import type { Packet } from "#simulator/packet";
import { addressesOf } from "#simulator/packet";
import { familyOf } from "#simulator/wire-address";
import { type FieldRow, type HeaderLayer, bitsAt, fieldsAt, hex } from "./header-fields.ts";
import { icmpLayers, plainLayers, udpLayers } from "./message-headers.model.ts";
import { tcpLayers } from "./tcp-header.model.ts";

/** `prefix` keeps the keys of a quoted packet apart. Fields that were cut off are not told. */
export function headerLayers(
  packet: Packet,
  bytes: Uint8Array,
  start = 0,
  prefix = "",
): readonly HeaderLayer[] {
  const isIpv6 = familyOf(addressesOf(packet).to) === 6;
  const length = isIpv6 ? 40 : 20;
  const ip: HeaderLayer = {
    key: `${prefix}ip`,
    name: isIpv6 ? "IPv6 header" : "IPv4 header",
    rule: isIpv6 ? "RFC 8200 §3" : "RFC 791 §3.1",
    fields: fieldsAt(
      `${prefix}ip`,
      start,
      isIpv6 ? ipv6Rows(packet, bytes, start) : ipv4Rows(packet, bytes, start),
    ),
  };
  const layers = [ip, ...carried(packet, bytes, start + length, prefix)];
  return layers.map((layer) => ({
    ...layer,
    fields: layer.fields.filter(({ to }) => to <= bytes.length),
  }));
}

function carried(
  packet: Packet,
  bytes: Uint8Array,
  start: number,
  prefix: string,
): readonly HeaderLayer[] {
  switch (packet.kind) {
    case "tcp":
      return tcpLayers(packet, bytes, start, prefix);
    case "udp":
      return udpLayers(packet, bytes, start, prefix);
    case "icmp":
      return [
        ...icmpLayers(packet, bytes, start, prefix),
        ...(packet.quoted === null
          ? []
          : headerLayers(packet.quoted, bytes, start + 8, `${prefix}quoted `).map((layer) => ({
              ...layer,
              name: `Quoted: ${layer.name}`,
            }))),
      ];
    case "raw":
      return plainLayers(packet, start, prefix);
  }
}

function ipv4Rows(packet: Packet, bytes: Uint8Array, start: number): readonly FieldRow[] {
  const read = (byte: number, count: number) => bitsAt(bytes, (start + byte) * 8, count);
  const { from, to } = addressesOf(packet);
  const words = bitsAt(bytes, start * 8 + 4, 4);
  return [
    ["Version", 4, String(read(0, 4)), "The packet is one of IPv4."],
    [
      "Header length",
      4,
      String(words),
      `Counted in units of four bytes: the header has ${words * 4}, so there are no options.`,
    ],
    ["Type of service", 8, String(read(1, 8)), "No special treatment is asked for."],
    ["Total length", 16, String(read(2, 16)), "Bytes of the whole packet, with this header."],
    [
      "Identification",
      16,
      String(read(4, 16)),
      "For putting pieces together again. This packet may not be cut into pieces, so any number will do.",
    ],
    ["Flags", 3, "DF", "Don't fragment: nobody on the way may cut the packet into pieces."],
    ["Fragment offset", 13, String(bitsAt(bytes, (start + 6) * 8 + 3, 13)), "It is no piece."],
    ["Time to live", 8, String(read(8, 8)), "How many routers it may pass; each takes one off."],
    ["Protocol", 8, String(read(9, 8)), protocolMeaning(packet, read(9, 8))],
    ["Header checksum", 16, hex(read(10, 16), 4), "Shows whether these twenty bytes were damaged."],
    ["Source address", 32, from, "Who says that it sent the packet."],
    ["Destination address", 32, to, "Whom the packet is for. There are no ports in this header."],
  ];
}

function ipv6Rows(packet: Packet, bytes: Uint8Array, start: number): readonly FieldRow[] {
  const read = (byte: number, count: number) => bitsAt(bytes, (start + byte) * 8, count);
  const { from, to } = addressesOf(packet);
  return [
    ["Version", 4, String(read(0, 4)), "The packet is one of IPv6."],
    [
      "Traffic class",
      8,
      String(bitsAt(bytes, start * 8 + 4, 8)),
      "No special treatment is asked for.",
    ],
    [
      "Flow label",
      20,
      String(bitsAt(bytes, start * 8 + 12, 20)),
      "Packets of one flow may have a label in common. This one has none.",
    ],
    ["Payload length", 16, String(read(4, 16)), "Bytes that follow this header."],
    ["Next header", 8, String(read(6, 8)), protocolMeaning(packet, read(6, 8))],
    ["Hop limit", 8, String(read(7, 8)), "How many routers it may pass; each takes one off."],
    ["Source address", 128, from, "Who says that it sent the packet."],
    ["Destination address", 128, to, "Whom the packet is for. There are no ports in this header."],
  ];
}

function protocolMeaning({ kind }: Packet, number: number): string {
  switch (kind) {
    case "tcp":
      return "TCP follows.";
    case "udp":
      return "UDP follows.";
    case "icmp":
      return number === 58 ? "ICMPv6 follows." : "ICMP follows.";
    case "raw":
      return `Protocol ${number} follows: a program with a raw socket chose it.`;
  }
}
