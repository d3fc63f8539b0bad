/**
 * Sorting by whole numbers without comparing them: least significant digit first, 16 bits a digit
 * (Knuth, The Art of Computer Programming, volume 3, §5.2.5). Stable, and linear in the rows.
 */

const DIGIT = 0x10000;

/** The indexes 0 to `count - 1`, by the last of the keys first, then by those before it. Equal ones keep their order. */
export function radixSorted(count: number, keys: readonly Uint32Array[]): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  return keys.reduce(sortedBy, order);
}

/** `order`, whose elements are indexes into `keys`, by their keys; equal ones keep their order. May reuse `order`. */
export function sortedBy(order: Int32Array, keys: Uint32Array): Int32Array {
  let most = 0;
  for (let at = 0; at < order.length; at += 1) most = Math.max(most, keys[order[at]!]!);
  if (most === 0) return order;
  const low = sortedByDigit(order, keys, 0);
  return most < DIGIT ? low : sortedByDigit(low, keys, 16);
}

function sortedByDigit(order: Int32Array, keys: Uint32Array, shift: 0 | 16): Int32Array {
  const places = new Int32Array(DIGIT + 1);
  for (let at = 0; at < order.length; at += 1) {
    const digit = (keys[order[at]!]! >>> shift) & 0xffff;
    places[digit + 1] = places[digit + 1]! + 1;
  }
  for (let digit = 0; digit < DIGIT; digit += 1) {
    places[digit + 1] = places[digit + 1]! + places[digit]!;
  }
  const sorted = new Int32Array(order.length);
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at]!;
    const digit = (keys[row]! >>> shift) & 0xffff;
    sorted[places[digit]!] = row;
    places[digit] = places[digit]! + 1;
  }
  return sorted;
}
