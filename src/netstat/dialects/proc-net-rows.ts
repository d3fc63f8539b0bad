/**
 * A row of /proc/net, read by its shape: a slot's number, two addresses with their ports in hexadecimal, a
 * state of two digits, the queues. What single rows tell about their table and machine is kept as traits.
 */
import { take } from "../dialect.ts";
import { ADDRESS } from "../address-shape.ts";
import { FIELD } from "../field.ts";
import type { LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { NOT_MINE, READ, WHY } from "../unreadable.ts";

/** Traits of a block: what single rows tell about all. */
export const TRAIT = {
  /** A state only TCP has, or the timers that only TCP's rows end with. */
  tcp: 1,
  /** A row that ends as a datagram socket's does. */
  datagram: 2,
  /** A loopback address tells the byte order. */
  littleEndian: 4,
  bigEndian: 8,
  /** A local port that is no number of a protocol in use, so the row is no raw socket's. */
  notRaw: 16,
} as const;

/** Ports of raw sockets are protocol numbers: ICMP, IGMP, ICMPv6, OSPF, VRRP, "any" (IANA, protocol-numbers). */
const RAW_PORTS = new Set([1, 2, 58, 89, 112, 255]);

/** The value of hexadecimal digits at start..end; -1 for anything else, or more than `most` digits. */
function hexValue(text: string, start: number, end: number, most: number): number {
  if (end <= start || end - start > most) return -1;
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const digit =
      code >= 48 && code <= 57
        ? code - 48
        : code >= 65 && code <= 70
          ? code - 55
          : code >= 97 && code <= 102
            ? code - 87
            : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/** The digits of an address before the colon: 8 or 32, 0 for anything else. */
function addressDigits(line: LineFields, at: number): number {
  const length = line.lengthOf(at);
  if (length !== 13 && length !== 37) return 0;
  const digits = length - 5;
  return line.text.charCodeAt(line.startOf(at) + digits) === 58 ? digits : 0;
}

export function readRow(line: LineFields, row: RowFields): number {
  if (line.count < 2) return NOT_MINE;
  // "12:", the slot.
  const slotEnd = line.endOf(0) - 1;
  if (line.text.charCodeAt(slotEnd) !== 58) return NOT_MINE;
  const digits = addressDigits(line, 1);
  if (digits === 0 || !isSlot(line, slotEnd)) return NOT_MINE;
  row.clear(line.text);
  if (!takeAddress(line, 1, digits, row, true)) return NOT_MINE;
  if (line.count < 3 || addressDigits(line, 2) !== digits) return WHY.endsBeforePeer;
  if (!takeAddress(line, 2, digits, row, false)) return WHY.endsBeforePeer;
  if (line.count < 4) return WHY.endsBeforeState;
  const state = hexValue(line.text, line.startOf(3), line.endOf(3), 2);
  if (state < 0 || line.lengthOf(3) !== 2) return WHY.badState;
  take(line, 3, row, FIELD.state);
  if (line.count < 5) return WHY.endsBeforeQueues;
  // tx_queue:rx_queue, in one field.
  const start = line.startOf(4);
  if (line.lengthOf(4) !== 17 || line.text.charCodeAt(start + 8) !== 58) return WHY.badQueue;
  row.set(FIELD.sendQ, start, start + 8);
  row.set(FIELD.recvQ, start + 9, start + 17);
  if (line.count > 6) row.set(FIELD.timer, line.startOf(5), line.endOf(6));
  if (line.numberOf(7) >= 0) take(line, 7, row, FIELD.user);
  if (line.numberOf(9) >= 0) take(line, 9, row, FIELD.inode);
  if (line.count > 10) row.set(FIELD.rest, line.startOf(10), line.end);
  if (!RAW_PORTS.has(row.localPort)) row.traits |= TRAIT.notRaw;
  row.traits |= state === 1 || state === 7 ? 0 : TRAIT.tcp;
  if (line.count > 13) row.traits |= TRAIT.tcp;
  else if (line.count === 13) row.traits |= TRAIT.datagram;
  return READ;
}

function isSlot(line: LineFields, end: number): boolean {
  const start = line.startOf(0);
  if (end <= start) return false;
  for (let at = start; at < end; at += 1) {
    const code = line.text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

function takeAddress(
  line: LineFields,
  at: number,
  digits: number,
  row: RowFields,
  isLocal: boolean,
): boolean {
  const { text } = line;
  const start = line.startOf(at);
  const colon = start + digits;
  const port = hexValue(text, colon + 1, line.endOf(at), 4);
  let isAny = true;
  let trait = 0;
  for (let word = start; word < colon; word += 8) {
    const value = hexValue(text, word, word + 8, 8);
    if (value < 0) return false;
    const isLast = word + 8 === colon;
    // 127.0.0.1, or ::1 where all before it is zero.
    if (isAny && isLast && value === (digits === 8 ? 0x0100007f : 0x01000000))
      trait = TRAIT.littleEndian;
    if (isAny && isLast && value === (digits === 8 ? 0x7f000001 : 1)) trait = TRAIT.bigEndian;
    if (value !== 0) isAny = false;
  }
  if (port < 0) return false;
  row.traits |= trait;
  const shape = isAny ? ADDRESS.any : digits === 8 ? ADDRESS.v4 : ADDRESS.v6;
  if (isLocal) {
    row.set(FIELD.localAddress, start, colon);
    row.set(FIELD.localPort, colon + 1, line.endOf(at));
    row.localShape = shape;
    row.localPort = port;
  } else {
    row.set(FIELD.peerAddress, start, colon);
    row.set(FIELD.peerPort, colon + 1, line.endOf(at));
    row.peerShape = shape;
    row.peerPort = port;
  }
  return true;
}
