/**
 * Sequence numbers: 32-bit, and after 4,294,967,295 comes 0 (RFC 9293 §3.4). One is before another when the way
 * forward to it is shorter than half the circle; so all is right as long as what is compared lies less than 2^31 apart.
 */

const SIZE = 2 ** 32;

/** `by` may be negative; whole numbers up to 2^52. */
export function add(seq: number, by: number): number {
  return (((seq + by) % SIZE) + SIZE) % SIZE;
}

/** How far it is from one to the other: -2^31 to 2^31 - 1, negative backwards. */
export function distance(from: number, to: number): number {
  return (to - from) | 0;
}

export function isBefore(one: number, other: number): boolean {
  return distance(one, other) > 0;
}

export function isBeforeOrAt(one: number, other: number): boolean {
  return distance(one, other) >= 0;
}

/** start ≤ seq < start + size, on the circle. */
export function inWindow(seq: number, start: number, size: number): boolean {
  return (seq - start) >>> 0 < size;
}

/** As analysers print them: counted from the first one of its direction. */
export function relative(seq: number, first: number): number {
  return distance(first, seq);
}
