import { describe, expect, test } from "vitest";
import { median, table, verdict } from "./report.ts";

describe("a verdict", () => {
  test.each([
    [{ value: 94.9, bar: 95, digits: 1 }, "within"],
    [{ value: 95, bar: 95 }, "within"],
    [{ value: 97.25, bar: 95, digits: 2 }, "over by 2.25 kB"],
    [{ value: 12 }, ""],
  ])("on %j is %j", (measure, expected) => {
    expect(verdict({ what: "home", unit: "kB", ...measure })).toBe(expected);
  });
});

test("the table aligns its columns and says each verdict", () => {
  const measures = [
    { what: "home", value: 80.52, unit: "kB", bar: 95, digits: 1 },
    { what: "ratio", value: 3.4, unit: "×", bar: 3, digits: 1 },
  ];
  expect(table("script", measures).split("\n")).toEqual([
    "script  measured        bar  verdict",
    "──────  ────────  ─────────  ────────────",
    "home     80.5 kB  ≤ 95.0 kB  within",
    "ratio       3.4×     ≤ 3.0×  over by 0.4×",
  ]);
});

test.each([
  [[3], 3],
  [[5, 1, 3], 3],
  [[4, 1, 2, 3], 2.5],
])("the median of %j is %d", (values, expected) => {
  expect(median(values)).toBe(expected);
});
