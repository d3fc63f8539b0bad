/** The headers of UDP (RFC 768) and ICMP (RFC 792, RFC 4443), field by field, and what they carry. */
import type { IcmpMessage, RawPacket, UdpDatagram } from "#simulator/packet";
import { familyOf } from "#simulator/wire-address";
import { type HeaderLayer, bitsAt, fieldsAt, hex } from "./header-fields.ts";
import { bytesText, icmpName } from "./names.model.ts";

export function udpLayers(
  { data }: UdpDatagram,
  bytes: Uint8Array,
  start: number,
  prefix: string,
): readonly HeaderLayer[] {
  const read = (byte: number) => bitsAt(bytes, (start + byte) * 8, 16);
  const header = {
    key: `${prefix}udp`,
    name: "UDP header",
    rule: "RFC 768",
    fields: fieldsAt(`${prefix}udp`, start, [
      ["Source port", 16, String(read(0)), "The sender's port: answers go there."],
      ["Destination port", 16, String(read(2)), "The port that it is for."],
      ["Length", 16, String(read(4)), "Bytes of this header and the data."],
      [
        "Checksum",
        16,
        hex(read(6), 4),
        "Shows whether the datagram was damaged. There are no numbers: UDP does not count.",
      ],
    ]),
  };
  return [header, ...dataLayer(data, start + 8, prefix, "RFC 768")];
}

export function icmpLayers(
  message: IcmpMessage,
  bytes: Uint8Array,
  start: number,
  prefix: string,
): readonly HeaderLayer[] {
  const isIpv6 = familyOf(message.to) === 6;
  const rule = isIpv6 ? "RFC 4443 §2.1" : "RFC 792";
  const read = (byte: number, bits: number) => bitsAt(bytes, (start + byte) * 8, bits);
  const name = icmpName(message.to, message.type, message.code);
  const header = {
    key: `${prefix}icmp`,
    name: isIpv6 ? "ICMPv6 header" : "ICMP header",
    rule,
    fields: fieldsAt(`${prefix}icmp`, start, [
      ["Type", 8, String(read(0, 8)), "What kind of message it is."],
      ["Code", 8, String(read(1, 8)), `Which one of that kind. Together: ${name}.`],
      ["Checksum", 16, hex(read(2, 16), 4), "Shows whether the message was damaged."],
      ...(message.echo === null
        ? ([["Unused", 32, String(read(4, 32)), "The packet that it is about follows."]] as const)
        : ([
            [
              "Identifier",
              16,
              String(read(4, 16)),
              "Whose question it is: an answer has the same.",
            ],
            ["Sequence number", 16, String(read(6, 16)), "Which question it is."],
          ] as const)),
    ]),
  };
  return [header, ...dataLayer(message.echo?.data ?? "", start + 8, prefix, rule)];
}

export function plainLayers(
  { data }: RawPacket,
  start: number,
  prefix: string,
): readonly HeaderLayer[] {
  return dataLayer(data, start, prefix, "raw(7)");
}

/** No layer where there is no data. */
export function dataLayer(
  data: string,
  start: number,
  prefix: string,
  rule: string,
): readonly HeaderLayer[] {
  if (data === "") return [];
  return [
    {
      key: `${prefix}data`,
      name: "Data",
      rule,
      fields: fieldsAt(`${prefix}data`, start, [
        ["Data", data.length * 8, bytesText(data), "What the program handed over to be sent."],
      ]),
    },
  ];
}
