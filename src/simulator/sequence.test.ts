import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, distance, inWindow, isBefore, isBeforeOrAt, relative } from "./sequence.ts";

const seq = fc.nat({ max: 0xff_ff_ff_ff });
const step = fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 });

describe("sequence numbers", () => {
  test.each([
    [0xff_ff_ff_ff, 1, 0],
    [0xff_ff_ff_fe, 5, 3],
    [0, -1, 0xff_ff_ff_ff],
    [100, 1, 101],
  ])("%d and %d more is %d", (start, by, end) => {
    expect(add(start, by)).toBe(end);
  });

  test("begin again at 0, and stay in order there", () => {
    expect(isBefore(0xff_ff_ff_ff, 0)).toBe(true);
    expect(isBefore(0, 0xff_ff_ff_ff)).toBe(false);
    expect(isBefore(7, 7)).toBe(false);
    expect(isBeforeOrAt(7, 7)).toBe(true);
  });

  test("lie as far apart as one was moved, wherever that was", () => {
    fc.assert(
      fc.property(seq, step, (start, by) => {
        const end = add(start, by);
        expect(end).toBe(end >>> 0);
        expect(distance(start, end)).toBe(by);
        expect(relative(end, start)).toBe(by);
        expect(isBefore(start, end)).toBe(by > 0);
        expect(isBeforeOrAt(start, end)).toBe(by >= 0);
      }),
    );
  });

  test("are in a window when they are fewer steps from its start than its size", () => {
    fc.assert(
      fc.property(
        seq,
        fc.nat({ max: 2 ** 30 }),
        fc.nat({ max: 2 ** 31 - 1 }),
        (start, size, by) => {
          expect(inWindow(add(start, by), start, size)).toBe(by < size);
          expect(inWindow(add(start, -1), start, size)).toBe(false);
        },
      ),
    );
  });
});
