/**
 * The fields a row of a socket listing can have, whichever tool printed it. A reader notes where in
 * the line each field stands; texts and spans are cut out of the line only when somebody asks.
 */
export const FIELDS = [
  "protocol",
  "recvQ",
  "sendQ",
  "localAddress",
  "localZone",
  "localPort",
  "peerAddress",
  "peerZone",
  "peerPort",
  "state",
  "user",
  "inode",
  "pid",
  "program",
  /** What stands where a process would: "-", or all of ss's users:((…)). */
  "process",
  "timer",
  "fd",
  "type",
  "device",
  "size",
  /** What follows the fields the reader knows, kept as it is. */
  "rest",
] as const;

export type Field = (typeof FIELDS)[number];

/** Where a field stands in its line: UTF-16 offsets from the line's start, `end` past its last character. */
export interface Span {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
}

export const FIELD = Object.fromEntries(FIELDS.map((field, index) => [field, index])) as Readonly<
  Record<Field, number>
>;
