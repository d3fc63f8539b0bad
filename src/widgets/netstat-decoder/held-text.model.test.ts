import { describe, expect, test } from "vitest";
import { LONGEST_TYPED, mustBeHeld, previewOf, sizeText } from "./held-text.model.ts";

describe("a large text is held beside the field", () => {
  test("only beyond 200 kB", () => {
    expect(mustBeHeld("x".repeat(LONGEST_TYPED))).toBe(false);
    expect(mustBeHeld("x".repeat(LONGEST_TYPED + 1))).toBe(true);
  });

  test("its preview tells its size and shows its first lines", () => {
    const row = "tcp  0  0 192.0.2.10:22  0.0.0.0:*  LISTEN\r\n";
    expect(previewOf(row.repeat(10_000))).toEqual({
      size: "440 kB in 10,000 lines",
      firstLines: Array(3).fill(row.trimEnd()),
      moreLines: true,
    });
  });

  test("its preview stays short when there are no line ends", () => {
    const { firstLines, moreLines } = previewOf("\u0001".repeat(5_000_000));
    expect(firstLines).toHaveLength(1);
    expect(firstLines[0]?.length).toBeLessThan(600);
    expect(moreLines).toBe(false);
  });

  test.each([
    [1, "1 kB"],
    [999_500, "1000 kB"],
    [4_900_000, "4.9 MB"],
  ])("%i is %s", (size, text) => {
    expect(sizeText(size)).toBe(text);
  });
});
