import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_SEED, drawFrom } from "./draw.ts";

const seeds = fc.integer({ min: 0, max: MAX_SEED });

test("the same seed gives the same draws, another seed others", () => {
  const taken = (seed: number) => {
    const draw = drawFrom(seed);
    return [draw.whole(0, 65535), draw.pick("abcdef".split("")), draw.shuffled([1, 2, 3, 4, 5, 6])];
  };
  expect(taken(7)).toEqual(taken(7));
  expect(taken(7)).not.toEqual(taken(8));
});

test("a whole number keeps within its ends, and both are reached", () => {
  const draw = drawFrom(1);
  const drawn = new Set(Array.from({ length: 200 }, () => draw.whole(3, 6)));
  expect([...drawn].toSorted()).toEqual([3, 4, 5, 6]);
});

test("a sample has different places of the list and no more than it has", () => {
  fc.assert(
    fc.property(seeds, fc.uniqueArray(fc.integer()), fc.nat(20), (seed, list, count) => {
      const sample = drawFrom(seed).sample(list, count);
      expect(sample).toHaveLength(Math.min(count, list.length));
      expect(new Set(sample).size).toBe(sample.length);
      expect(list).toEqual(expect.arrayContaining(sample));
    }),
  );
});

test("a shuffled list has the same items", () => {
  fc.assert(
    fc.property(seeds, fc.array(fc.integer()), (seed, list) => {
      expect(
        drawFrom(seed)
          .shuffled(list)
          .toSorted((a, b) => a - b),
      ).toEqual(list.toSorted((a, b) => a - b));
    }),
  );
});

test("from an empty list nothing can be picked", () => {
  expect(() => drawFrom(1).pick([])).toThrow(RangeError);
});

test("the first draws of seeds that follow one another are spread evenly", () => {
  const counts = [0, 0, 0, 0, 0, 0];
  for (let seed = 0; seed < 6000; seed++) counts[drawFrom(seed).whole(0, 5)]! += 1;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
