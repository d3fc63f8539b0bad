import fc from "fast-check";
import { expect, test } from "vitest";
import { checksummed, internetChecksum } from "./checksum.ts";

test("the checksum of RFC 1071's own example is the complement of ddf2", () => {
  const octets = Uint8Array.of(0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7);
  expect(internetChecksum(octets)).toBe(~0xddf2 & 0xffff);
});

test("the checksum of an IPv4 header seen on the wire comes out", () => {
  const header = "450000730000400040110000c0a80001c0a800c7".match(/../g)!;
  const octets = Uint8Array.from(header, (pair) => Number.parseInt(pair, 16));
  expect(internetChecksum(octets)).toBe(0xb861);
});

test("an odd octet at the end counts as the upper half of a word", () => {
  expect(internetChecksum(Uint8Array.of(0x12))).toBe(~0x1200 & 0xffff);
});

test("octets with their checksum in place sum up to zero, and no flipped bit goes unseen", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 4, maxLength: 200 }),
      fc.nat(),
      fc.integer({ min: 0, max: 7 }),
      (octets, at, bit) => {
        const empty = octets.slice();
        empty.set([0, 0], 2);
        const whole = checksummed(empty, 2, new Uint8Array(0));
        expect(internetChecksum(whole)).toBe(0);
        const bad = whole.slice();
        bad[at % bad.length]! ^= 1 << bit;
        expect(internetChecksum(bad)).not.toBe(0);
      },
    ),
  );
});
