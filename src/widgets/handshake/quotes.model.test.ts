import fc from "fast-check";
import { expect, test } from "vitest";
import { partsOf, quotesIn } from "./quotes.model.ts";

test("what stands between backticks is quoted", () => {
  expect(quotesIn(["B has `LISTEN 0 5`.", "No quote.", "`a` and `b`"])).toEqual([
    "LISTEN 0 5",
    "a",
    "b",
  ]);
});

test("a quote is found in columns that stand apart", () => {
  expect(partsOf("ESTAB  0      0   10.0.0.2:80 ", ["ESTAB 0 0"])).toEqual([
    { text: "ESTAB  0      0", isQuoted: true },
    { text: "   10.0.0.2:80 ", isQuoted: false },
  ]);
});

test("of several the longest is marked, and signs stand for themselves", () => {
  expect(partsOf("0.0.0.0:* users:(x)", ["0.0.0.0", "0.0.0.0:*", "(x)"])).toEqual([
    { text: "0.0.0.0:*", isQuoted: true },
    { text: " users:(x)", isQuoted: false },
  ]);
  expect(partsOf("0x0y0z0", ["0.0.0.0"])).toEqual([{ text: "0x0y0z0", isQuoted: false }]);
});

test("what is so short that it stands everywhere is not marked", () => {
  expect(partsOf("listener.listen(5) ok", ["ok"])).toEqual([
    { text: "listener.listen(5) ok", isQuoted: false },
  ]);
});

test("whatever is quoted, the parts make up the line", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string({ minLength: 1 })), (line, quotes) => {
      const parts = partsOf(
        line,
        quotes.filter((quote) => quote.trim() !== ""),
      );
      expect(parts.map(({ text }) => text).join("")).toBe(line);
    }),
  );
});

test("what is quoted word for word is marked", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 4 }), fc.string(), (before, quote, after) => {
      fc.pre(quote.trim() === quote);
      const parts = partsOf(before + quote + after, [quote]);
      expect(parts.some(({ isQuoted }) => isQuoted)).toBe(true);
    }),
  );
});
