import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupsThatFit, spreadColumn } from "./column-labels.ts";

const item = (wanted: number, height = 20) => ({ wanted, height });

describe("labels in a column", () => {
  test("stand at their places where there is room", () => {
    expect(spreadColumn([item(30), item(80), item(150)], 0, 200)).toEqual([30, 80, 150]);
  });

  test("share the shift when two want one place", () => {
    expect(spreadColumn([item(100), item(100)], 0, 200)).toEqual([90, 110]);
  });

  test("are pushed back inside at either end", () => {
    expect(spreadColumn([item(0), item(2), item(200)], 0, 200)).toEqual([10, 30, 190]);
  });

  test("of one height share a label when the column is too short", () => {
    const marks = [0.1, 0.2, 0.21, 0.9].map((at) => ({ at, pinned: false }));
    expect(
      groupsThatFit(marks, 20, 60).map(({ head, others }) => [head.at, others.length]),
    ).toEqual([
      [0.1, 0],
      [0.2, 1],
      [0.9, 0],
    ]);
  });

  test("never overlap, keep their order and stay inside a column that can hold them", () => {
    const items = fc.array(
      fc.record({
        wanted: fc.integer({ min: -50, max: 700 }),
        height: fc.integer({ min: 1, max: 50 }),
      }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(items, fc.nat({ max: 300 }), (unsorted, spare) => {
        const sorted = unsorted.toSorted((a, b) => a.wanted - b.wanted);
        const bottom = sorted.reduce((sum, { height }) => sum + height, spare);
        let above = 0;
        for (const [index, middle] of spreadColumn(sorted, 0, bottom).entries()) {
          const height = sorted[index]?.height ?? 0;
          expect(middle - height / 2).toBeGreaterThanOrEqual(above - 1e-6);
          above = middle + height / 2;
        }
        expect(above).toBeLessThanOrEqual(bottom + 1e-6);
      }),
    );
  });
});
