/**
 * The Internet checksum (RFC 1071): the one's complement of the one's complement sum of all 16-bit words, an odd octet
 * at the end filled up with zero. IP puts it on its header; TCP, UDP and ICMPv6 on their segment with a
 * pseudo-header of addresses in front, so that a packet for somebody else is not taken (RFC 9293 §3.1, RFC 8200 §8.1).
 */
import { concatenated, u16, u32 } from "./octets.ts";

/** 0 to 0xffff. Over octets that hold their own right checksum it is 0. */
export function internetChecksum(octets: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < octets.length; at += 2) {
    sum += (octets[at]! << 8) | (octets[at + 1] ?? 0);
    // Carries go back in at once: the sum stays small however long the packet is.
    sum = (sum & 0xffff) + (sum >>> 16);
  }
  return ~sum & 0xffff;
}

/** The addresses are 4 octets each (RFC 9293 §3.1) or 16 (RFC 8200 §8.1). */
export function pseudoHeader(
  from: readonly number[],
  to: readonly number[],
  protocol: number,
  length: number,
): Uint8Array {
  return from.length === 4
    ? concatenated([from, to, [0, protocol], u16(length)])
    : concatenated([from, to, u32(length), [0, 0, 0, protocol]]);
}

/** The segment with its checksum written at `at`, where it has zeros. */
export function checksummed(segment: Uint8Array, at: number, before: Uint8Array): Uint8Array {
  const checksum = internetChecksum(concatenated([before, segment]));
  const whole = segment.slice();
  whole.set(u16(checksum), at);
  return whole;
}
