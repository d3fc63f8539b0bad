/** The header of a TCP segment, field by field (RFC 9293 §3.1), and its data. */
import type { TcpSegment } from "#simulator/packet";
import { type FieldRow, type HeaderLayer, bitsAt, fieldsAt, hex } from "./header-fields.ts";
import { dataLayer } from "./message-headers.model.ts";

export function tcpLayers(
  segment: TcpSegment,
  bytes: Uint8Array,
  start: number,
  prefix: string,
): readonly HeaderLayer[] {
  const words = bitsAt(bytes, (start + 12) * 8, 4);
  const end = start + words * 4;
  const header = {
    key: `${prefix}tcp`,
    name: "TCP header",
    rule: "RFC 9293 §3.1",
    fields: fieldsAt(`${prefix}tcp`, start, [
      ...fixedRows(segment, bytes, start, words),
      ...optionRows(bytes, start + 20, end),
    ]),
  };
  return [header, ...dataLayer(segment.data, end, prefix, "RFC 9293 §3.1")];
}

function fixedRows(
  { flags }: TcpSegment,
  bytes: Uint8Array,
  start: number,
  words: number,
): readonly FieldRow[] {
  const read = (byte: number, count: number) => bitsAt(bytes, (start + byte) * 8, count);
  return [
    ["Source port", 16, String(read(0, 16)), "The sender's port."],
    ["Destination port", 16, String(read(2, 16)), "The port that it is for."],
    [
      "Sequence number",
      32,
      String(read(4, 32)),
      "The number of the first thing in this segment that takes one, or of the next that will.",
    ],
    [
      "Acknowledgment number",
      32,
      String(read(8, 32)),
      flags.ack
        ? "The number that the sender wants next: it has everything before."
        : "The ACK flag is off: this number says nothing.",
    ],
    [
      "Data offset",
      4,
      String(words),
      `Counted in units of four bytes: the header has ${words * 4} bytes, then data begins.`,
    ],
    ["Reserved", 4, String(bitsAt(bytes, (start + 12) * 8 + 4, 4)), "Kept free for later."],
    ["Flags", 8, flagText(read(13, 8)), flagMeaning(read(13, 8))],
    [
      "Window",
      16,
      String(read(14, 16)),
      flags.rst
        ? "A reset says nothing with it."
        : "How many bytes the sender has room for, before it is scaled.",
    ],
    [
      "Checksum",
      16,
      hex(read(16, 16), 4),
      "Shows whether the segment was damaged. It covers the addresses, too.",
    ],
    ["Urgent pointer", 16, String(read(18, 16)), "The URG flag is off: it says nothing."],
  ];
}

/** From the highest bit on. */
const FLAGS = [
  ["CWR", "the sender slowed down"],
  ["ECE", "the network is congested"],
  ["URG", "there is urgent data"],
  ["ACK", "the acknowledgment number counts"],
  ["PSH", "hand the data to the program at once"],
  ["RST", "the connection is over at once"],
  ["SYN", "a connection is to begin, and numbers count from here"],
  ["FIN", "the sender has nothing more to send"],
] as const;

const flagsOn = (bits: number) => FLAGS.filter((_, at) => (bits & (0x80 >>> at)) !== 0);

function flagText(bits: number): string {
  const on = flagsOn(bits).map(([name]) => name);
  return on.length === 0 ? "none" : on.toReversed().join(",");
}

function flagMeaning(bits: number): string {
  const on = flagsOn(bits).toReversed();
  if (on.length === 0) return "All eight flags are off.";
  return `${on.map(([name, meaning]) => `${name}: ${meaning}`).join("; ")}.`;
}

/** RFC 9293 §3.2, RFC 7323 §2.2, RFC 2018 §2. */
function optionRows(bytes: Uint8Array, start: number, end: number): readonly FieldRow[] {
  const rows: FieldRow[] = [];
  for (let at = start; at < end;) {
    const kind = bytes[at] ?? 0;
    const length = kind <= 1 ? 1 : Math.max(2, bytes[at + 1] ?? 2);
    const [name, value, meaning] = optionTold(kind, bytes, at);
    rows.push([name, length * 8, value, meaning]);
    at += length;
  }
  return rows;
}

function optionTold(
  kind: number,
  bytes: Uint8Array,
  at: number,
): readonly [name: string, value: string, meaning: string] {
  switch (kind) {
    case 0:
      return ["End of options", "0", "No more options follow."];
    case 1:
      return ["No operation", "1", "It fills up, so that what follows begins well."];
    case 2: {
      const size = bitsAt(bytes, (at + 2) * 8, 16);
      return [
        "Maximum segment size",
        String(size),
        `The sender takes at most ${size} bytes of data in one segment.`,
      ];
    }
    case 3: {
      const shift = bytes[at + 2] ?? 0;
      return [
        "Window scale",
        String(shift),
        `The sender's windows count in units of ${2 ** shift} bytes after the handshake, if both ends offer this.`,
      ];
    }
    case 4:
      return [
        "SACK permitted",
        "yes",
        "The sender understands when it is told which data arrived beyond a gap.",
      ];
    default:
      return [`Option ${kind}`, "?", "An option that this page does not know."];
  }
}
