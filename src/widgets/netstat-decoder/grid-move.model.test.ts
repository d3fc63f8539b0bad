import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moveInGrid } from "./grid-move.model.ts";

const ROWS = [
  ["protocol", "localAddress", "localPort", "state"],
  ["protocol", "localPort"],
  ["protocol", "localAddress", "localPort", "state", "pid"],
];
const SHAPE = { rowCount: ROWS.length, fieldsOf: (row: number) => ROWS[row] ?? null };

describe("keys in the grid of rows and fields", () => {
  test.each([
    ["ArrowRight goes to the next field", "ArrowRight", false, [0, 1], [0, 2]],
    ["ArrowRight stays at the last field", "ArrowRight", false, [1, 2], [1, 2]],
    [
      "ArrowLeft from the first field goes to the row as a whole",
      "ArrowLeft",
      false,
      [0, 1],
      [0, 0],
    ],
    ["ArrowLeft stays there", "ArrowLeft", false, [0, 0], [0, 0]],
    [
      "ArrowDown keeps the field, wherever it stands in the next row",
      "ArrowDown",
      false,
      [0, 3],
      [1, 2],
    ],
    [
      "ArrowDown goes to the nearest place where the field is missing",
      "ArrowDown",
      false,
      [0, 4],
      [1, 2],
    ],
    ["ArrowDown keeps to whole rows", "ArrowDown", false, [0, 0], [1, 0]],
    ["ArrowUp stays in the first row", "ArrowUp", false, [0, 2], [0, 2]],
    ["PageDown stops at the last row", "PageDown", false, [0, 1], [2, 1]],
    ["Home goes to the row as a whole", "Home", false, [2, 4], [2, 0]],
    ["End goes to the last field", "End", false, [2, 1], [2, 5]],
    ["Ctrl+Home goes to the first row", "Home", true, [2, 4], [0, 0]],
    ["Ctrl+End goes to the last field of all", "End", true, [0, 0], [2, 5]],
  ] as const)("%s", (_, key, ctrl, [row, cell], [toRow, toCell]) => {
    expect(moveInGrid(SHAPE, { row, cell }, key, ctrl)).toEqual({ row: toRow, cell: toCell });
  });

  test.each(["Tab", "Enter", "a", "Escape"])("%s is left to the browser", (key) => {
    expect(moveInGrid(SHAPE, { row: 0, cell: 0 }, key, false)).toBeNull();
  });

  test("no key leads out of the grid", () => {
    const key = fc.constantFrom(
      "ArrowLeft",
      "ArrowRight",
      "ArrowUp",
      "ArrowDown",
      "PageUp",
      "PageDown",
      "Home",
      "End",
    );
    const shape = fc.array(fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 0 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(shape, fc.array(fc.tuple(key, fc.boolean())), (rows, keys) => {
        const grid = { rowCount: rows.length, fieldsOf: (row: number) => rows[row] ?? null };
        let at = { row: 0, cell: 0 };
        for (const [each, ctrl] of keys) {
          at = moveInGrid(grid, at, each, ctrl) ?? at;
          expect(at.cell).toBeGreaterThanOrEqual(0);
          expect(at.cell).toBeLessThanOrEqual(rows[at.row]?.length ?? -1);
        }
      }),
    );
  });
});
