import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Track, scrollTo, trackHeight, windowAt } from "./window.model.ts";

const SHORT: Track = { count: 1000, rowHeight: 30, viewHeight: 600 };
const LONG: Track = { count: 1_000_000, rowHeight: 30, viewHeight: 600 };

describe("the rows in view", () => {
  test.each([
    [SHORT, 0, 0, 26, 0],
    [SHORT, 3000, 94, 126, 2820],
    [SHORT, 29_400, 974, 1000, 29_220],
    [LONG, 0, 0, 26, 0],
    [LONG, 7_999_400, 999_974, 1_000_000, 7_999_220],
  ] as const)("of %o, scrolled by %i", (track, scrollTop, from, to, top) => {
    expect(windowAt(track, scrollTop)).toEqual({ from, to, top });
  });

  test("a track is never taller than browsers draw", () => {
    expect(trackHeight(SHORT)).toBe(30_000);
    expect(trackHeight(LONG)).toBe(8_000_000);
  });

  test("a row that is in view is not scrolled to", () => {
    expect(scrollTo(SHORT, 10, 0)).toBe(0);
  });

  test("wherever the list is scrolled to, a row that is asked for comes into view and is made", () => {
    const track = fc.record({
      count: fc.integer({ min: 1, max: 2_000_000 }),
      rowHeight: fc.integer({ min: 16, max: 60 }),
      viewHeight: fc.integer({ min: 120, max: 2000 }),
    });
    fc.assert(
      fc.property(track, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (one, n, part) => {
        const row = n % one.count;
        const start = part * Math.max(0, trackHeight(one) - one.viewHeight);
        const there = scrollTo(one, row, start);
        const { from, to, top } = windowAt(one, there);
        expect(from).toBeLessThanOrEqual(row);
        expect(to).toBeGreaterThan(row);
        const y = top + (row - from) * one.rowHeight - there;
        expect(y).toBeGreaterThanOrEqual(-0.01);
        expect(y + one.rowHeight).toBeLessThanOrEqual(
          Math.max(one.viewHeight, one.rowHeight) + 0.01,
        );
      }),
    );
  });
});
