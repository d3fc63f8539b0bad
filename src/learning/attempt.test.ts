import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_SEED } from "./draw.ts";
import { MISCONCEPTIONS, type MisconceptionId } from "./misconception.ts";
import { type Attempt, beliefsIn, joined, logText, outcomeOf, readLog } from "./attempt.ts";

const attempts: fc.Arbitrary<Attempt> = fc.record({
  at: fc.integer({ min: 0, max: 20 }),
  practised: fc.constantFrom("range-of-port", "service-of-port"),
  seed: fc.integer({ min: 0, max: MAX_SEED }),
  outcome: fc.constantFrom("right", "partly", "wrong", "not-sure"),
  beliefs: fc.subarray(Object.keys(MISCONCEPTIONS) as MisconceptionId[], { maxLength: 2 }),
});
const logs = fc.array(attempts).map((list) => joined([], list));

describe("two logs joined", () => {
  test("are the same whichever comes first, and joining again adds nothing", () => {
    fc.assert(
      fc.property(logs, logs, logs, (a, b, c) => {
        expect(joined(a, b)).toEqual(joined(b, a));
        expect(joined(a, a)).toEqual(a);
        expect(joined(joined(a, b), c)).toEqual(joined(a, joined(b, c)));
      }),
    );
  });

  test("are what was there where nothing is new, and keep its lines where something is", () => {
    fc.assert(
      fc.property(logs, logs, (log, other) => {
        const again = log.map((attempt) => ({ ...attempt }));
        expect(joined(log, again)).toBe(log);
        const kept = new Set(joined(log, other));
        for (const attempt of log) expect(kept).toContain(attempt);
      }),
    );
  });

  test("lose no line of either", () => {
    fc.assert(
      fc.property(logs, logs, (a, b) => {
        expect(joined(a, b)).toEqual(expect.arrayContaining([...a, ...b]));
      }),
    );
  });
});

test("a log is read from its own text", () => {
  fc.assert(
    fc.property(logs, (log) => {
      expect(readLog(logText(log))).toEqual({ log, unread: 0 });
    }),
  );
});

test("whatever a browser kept is read without an exception, and every line is accounted for", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const lines = text.split("\n").filter((line) => line.trim() !== "").length;
      const { log, unread } = readLog(text);
      expect(log.length + unread).toBeLessThanOrEqual(lines);
    }),
  );
});

test.each([
  "1 range-of-port 5",
  "1 range-of-port 5 perfect",
  "-1 range-of-port 5 right",
  "1 Range 5 right",
  "1 range-of-port 99999999999 right",
  "1 range-of-port 5 right port-zero more",
])("“%s” is no line of a log", (line) => {
  expect(readLog(line)).toEqual({ log: [], unread: 1 });
});

test("a belief of another version is kept, so that its line is the same line in every version", () => {
  const line = "1 range-of-port 5 wrong port-zero,flat-earth";
  expect(logText(readLog(line).log)).toBe(line);
});

const marked = (earned: number, total: number) =>
  ({ type: "marked", earned, total, right: earned === total, feedback: [] }) as const;

test.each([
  [marked(1, 1), "right"],
  [marked(0, 1), "wrong"],
  [marked(3, 4), "partly"],
  [marked(2, 4), "wrong"],
  [{ type: "not-sure", total: 1, feedback: [] } as const, "not-sure"],
])("%j counts as %s", (settled, outcome) => {
  expect(outcomeOf(settled)).toBe(outcome);
});

test("a belief counts as held where its choice was chosen, and once", () => {
  const reason = { text: "x", right: false, because: "So.", belief: "port-zero" } as const;
  expect(
    beliefsIn({
      ...marked(0, 1),
      feedback: [
        { ...reason, chosen: true },
        { ...reason, chosen: true },
        { ...reason, chosen: false, belief: "port-is-socket" },
      ],
    }),
  ).toEqual(["port-zero"]);
});
