/** Numbers and texts as the octets of a packet, in network byte order: the most significant first (RFC 1700). */

/** Two octets; what does not fit in 16 bits is dropped. */
export const u16 = (value: number): readonly number[] => [(value >>> 8) & 255, value & 255];

/** Four octets; what does not fit in 32 bits is dropped. */
export const u32 = (value: number): readonly number[] => [
  (value >>> 24) & 255,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];

/** A packet's data: one octet a character, U+0000 to U+00FF. */
export function dataOctets(data: string): Uint8Array {
  const octets = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 1) octets[at] = data.charCodeAt(at);
  return octets;
}

export function concatenated(parts: readonly ArrayLike<number>[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
