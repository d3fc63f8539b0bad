import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PairIds } from "./pair-ids.ts";

test("pairs are numbered in the order of their first appearance", () => {
  const ids = new PairIds();
  expect([ids.idOf(1, 2), ids.idOf(2, 1), ids.idOf(1, 2), ids.idOf(-1, 0)]).toEqual([0, 1, 0, 2]);
  expect([ids.find(2, 1), ids.find(2, 2), ids.count]).toEqual([1, -1, 3]);
});

test("pairs have the numbers that a map of texts gives them", () => {
  const number = fc.oneof(fc.integer({ min: -1, max: 4 }), fc.integer());
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 300 }), (pairs) => {
      const ids = new PairIds();
      const known = new Map<string, number>();
      for (const [first, second] of pairs) {
        const key = `${first} ${second}`;
        expect(ids.find(first, second)).toBe(known.get(key) ?? -1);
        if (!known.has(key)) known.set(key, known.size);
        expect(ids.idOf(first, second)).toBe(known.get(key));
      }
    }),
  );
});
