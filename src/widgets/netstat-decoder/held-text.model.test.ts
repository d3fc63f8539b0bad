import { describe, expect, test } from "vitest";
import { LONGEST_TYPED, mustBeHeld, previewOf, sizeText, textOfBytes } from "./held-text.model.ts";

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

describe("the bytes of a file", () => {
  test.each([
    ["UTF-8", [0x74, 0x63, 0x70, 0xc3, 0x96], "tcpÖ"],
    ["UTF-8 with a byte-order mark", [0xef, 0xbb, 0xbf, 0x74], "t"],
    ["UTF-16, as Windows PowerShell writes it", [0xff, 0xfe, 0x74, 0x00, 0xd6, 0x00], "tÖ"],
    ["UTF-16, big-endian", [0xfe, 0xff, 0x00, 0x74], "t"],
    ["no text at all", [0xc3, 0x28, 0xff], "\ufffd(\ufffd"],
    ["nothing", [], ""],
  ])("%s", (_, bytes, text) => {
    expect(textOfBytes(Uint8Array.from(bytes))).toBe(text);
  });
});
