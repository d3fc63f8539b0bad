import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_SEED } from "./draw.ts";
import { ALL_TOPICS, MAX_COUNT } from "./quiz-plan.ts";
import { type QuizResult, readResultCode, resultCode } from "./result-code.ts";

const results: fc.Arbitrary<QuizResult> = fc.integer({ min: 1, max: MAX_COUNT }).chain((count) =>
  fc.record({
    plan: fc.record({
      mode: fc.constantFrom("quiz", "exam", "drill"),
      topics: fc.subarray([...ALL_TOPICS], { minLength: 1 }),
      count: fc.constant(count),
      seed: fc.integer({ min: 0, max: MAX_SEED }),
    }),
    outcomes: fc.array(fc.constantFrom("right", "partly", "wrong", "not-sure"), {
      maxLength: count,
    }),
    day: fc.integer({ min: 0, max: 65535 }),
    seconds: fc.integer({ min: 0, max: 65535 }).map((tens) => tens * 10),
  }),
);

describe("a result code", () => {
  test("is read back, however it is grouped and cased", () => {
    fc.assert(
      fc.property(results, fc.boolean(), (result, isLower) => {
        const code = resultCode(result);
        const typed = isLower ? code.toLowerCase().replaceAll("-", " ") : code;
        expect(readResultCode(typed)).toEqual({ type: "result", result, isOfOtherVersion: false });
      }),
    );
  });

  test("with one letter changed, or two neighbours swapped, is refused", () => {
    fc.assert(
      fc.property(results, fc.nat(), fc.integer({ min: 1, max: 31 }), (result, place, by) => {
        const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        const code = resultCode(result).replaceAll("-", "");
        // The last letter may hold bits that mean nothing.
        const at = place % (code.length - 1);
        const other = letters[(letters.indexOf(code[at]!) + by) % 32]!;
        expect(readResultCode(code.slice(0, at) + other + code.slice(at + 1)).type).toBe("error");
        if (at + 2 >= code.length || code[at] === code[at + 1]) return;
        const swapped = code.slice(0, at) + code[at + 1]! + code[at]! + code.slice(at + 2);
        expect(readResultCode(swapped).type).toBe("error");
      }),
    );
  });

  test("of ten questions is short enough to be typed", () => {
    const result: QuizResult = {
      plan: { mode: "quiz", topics: ALL_TOPICS, count: 10, seed: 7 },
      outcomes: Array.from({ length: 10 }, () => "right"),
      day: 325,
      seconds: 180,
    };
    expect(resultCode(result)).toMatch(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{1,4}$/);
  });
});

test("whatever is typed is answered in words", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      const read = readResultCode(typed);
      expect(read.type === "error" && read.message).toMatch(/\.$/);
    }),
  );
});

test.each([
  ["", "Type the code that stands on the result."],
  ["UUUU", "A result code has no “U” in it."],
  ["0840", "The code is too short: a part is missing."],
  [
    "0840-1ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ",
    "The code does not add up: a letter is missing or mistyped.",
  ],
])("“%s” is answered: %s", (typed, message) => {
  expect(readResultCode(typed)).toEqual({ type: "error", message });
});
