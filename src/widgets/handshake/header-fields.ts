/** What the headers of a packet are told as: layers of fields, each with its place among the packet's bytes. */

export interface HeaderLayer {
  /** Unique in the packet: an ICMP error holds the layers of the packet that it is about. */
  readonly key: string;
  /** "IPv4 header" */
  readonly name: string;
  /** "RFC 791 §3.1" */
  readonly rule: string;
  readonly fields: readonly HeaderField[];
}

export interface HeaderField {
  readonly key: string;
  readonly name: string;
  readonly bits: number;
  /** As one would write it: "64", "0x1a2b", "10.0.0.1". */
  readonly value: string;
  /** One sentence. */
  readonly meaning: string;
  /** The first byte it has a part of, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Name, bits, value, meaning; in the order of the header. */
export type FieldRow = readonly [name: string, bits: number, value: string, meaning: string];

/** Fields one after the other, beginning at this byte. */
export function fieldsAt(layer: string, start: number, rows: readonly FieldRow[]): HeaderField[] {
  let bit = start * 8;
  return rows.map(([name, bits, value, meaning], at) => {
    const from = Math.floor(bit / 8);
    bit += bits;
    return { key: `${layer} ${at}`, name, bits, value, meaning, from, to: Math.ceil(bit / 8) };
  });
}

/** Bits of the packet as a number, in network byte order; 32 at most. */
export function bitsAt(bytes: Uint8Array, bit: number, count: number): number {
  let value = 0;
  for (let at = bit; at < bit + count; at += 1)
    value = value * 2 + (((bytes[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1);
  return value;
}

export const hex = (value: number, digits: number): string =>
  `0x${value.toString(16).padStart(digits, "0")}`;

/** Bytes as text, with a dot for what cannot be printed. */
export function printable(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·",
  ).join("");
}
