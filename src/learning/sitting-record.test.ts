import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_SEED } from "./draw.ts";
import { ALL_TOPICS, MAX_COUNT } from "./quiz-plan.ts";
import type { Given, Sitting } from "./quiz-sitting.ts";
import type { SavedAnswer } from "./saved-answer.ts";
import {
  KEPT_SITTINGS,
  NO_SITTINGS,
  type SittingRecord,
  isSameSitting,
  joinedSittings,
  longer,
  plainSitting,
  readSitting,
  readSittingRecord,
  sittingRecordText,
  withAnswer,
} from "./sitting-record.ts";

const answers: fc.Arbitrary<SavedAnswer> = fc.oneof(
  fc.constant<SavedAnswer>({ kind: "not-sure" }),
  fc.record({ kind: fc.constant("choose-one" as const), value: fc.nat(5) }),
  fc.record({ kind: fc.constant("type-text" as const), value: fc.string() }),
  fc.record({
    kind: fc.constant("sort-into" as const),
    value: fc.array(fc.option(fc.nat(4), { nil: null }), { maxLength: 6 }),
  }),
);
const given: fc.Arbitrary<Given> = fc.record({ answer: answers, took: fc.nat(100_000) });
const sittings: fc.Arbitrary<Sitting> = fc.record({
  plan: fc.record({
    mode: fc.constantFrom("quiz", "exam", "drill"),
    topics: fc.subarray([...ALL_TOPICS], { minLength: 1 }),
    count: fc.integer({ min: 1, max: MAX_COUNT }),
    seed: fc.integer({ min: 0, max: MAX_SEED }),
  }),
  // Few times, so that sittings meet.
  startedAt: fc.integer({ min: 1000, max: 1020 }),
  given: fc.array(given, { maxLength: 6 }),
});
const records: fc.Arbitrary<SittingRecord> = fc
  .record({
    sittings: fc.array(sittings, { maxLength: 16 }),
    best: fc.option(fc.record({ right: fc.nat(MAX_COUNT), at: fc.nat(5) }), { nil: null }),
  })
  .map((record) => joinedSittings(record, NO_SITTINGS));

const PLAN = { mode: "quiz", topics: ALL_TOPICS, count: 3, seed: 7 } as const;
const begun: Sitting = { plan: PLAN, startedAt: 5, given: [] };
const chose = (value: number): Given => ({ answer: { kind: "choose-one", value }, took: 10 });

describe("a record of sittings", () => {
  test("is read again from its text", () => {
    fc.assert(
      fc.property(records, (record) => {
        const read = readSittingRecord(sittingRecordText(record));
        expect(read).toEqual({ kind: "record", record, isWhole: true });
      }),
    );
  });

  test("is joined the same in any order and any number of times", () => {
    fc.assert(
      fc.property(records, records, records, (a, b, c) => {
        expect(joinedSittings(a, b)).toEqual(joinedSittings(b, a));
        expect(joinedSittings(a, a)).toEqual(a);
        expect(joinedSittings(joinedSittings(a, b), c)).toEqual(
          joinedSittings(a, joinedSittings(b, c)),
        );
      }),
    );
  });

  test("keeps of the same sitting the one with more answers, and both of two", () => {
    const one = { ...begun, given: [chose(1)] };
    const more = { ...begun, given: [chose(1), chose(0)] };
    const other = { ...begun, startedAt: 6 };
    const joined = joinedSittings(
      { sittings: [one], best: null },
      { sittings: [more, other], best: null },
    );
    expect(joined.sittings).toEqual([other, more]);
  });

  test("holds so many, and drops the oldest", () => {
    const many = Array.from({ length: 20 }, (_, startedAt) => ({ ...begun, startedAt }));
    const { sittings } = joinedSittings({ sittings: many, best: null }, NO_SITTINGS);
    expect(sittings.map(({ startedAt }) => startedAt)).toEqual(
      Array.from({ length: KEPT_SITTINGS }, (_, index) => 19 - index),
    );
  });

  test("keeps the best drill, and of two as good the earlier", () => {
    const best = (right: number, at: number) => ({ sittings: [], best: { right, at } });
    expect(joinedSittings(best(9, 3), best(7, 2)).best).toEqual({ right: 9, at: 3 });
    expect(joinedSittings(best(9, 3), best(9, 2)).best).toEqual({ right: 9, at: 2 });
    expect(joinedSittings(NO_SITTINGS, best(0, 2)).best).toEqual({ right: 0, at: 2 });
  });
});

test("whatever text is stored, it is read without an exception, and what is none is left out", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(["record", "later-version"]).toContain(readSittingRecord(text).kind);
    }),
  );
  expect(readSittingRecord("[")).toEqual({ kind: "record", record: NO_SITTINGS, isWhole: false });
  expect(readSittingRecord('{"version":2}')).toEqual({ kind: "later-version" });
});

test.each([
  null,
  {},
  { ...plainSitting(begun), startedAt: "5" },
  { ...plainSitting(begun), quiz: "mode=quiz&n=3&seed=7" },
  { ...plainSitting(begun), quiz: "mode=quiz&n=3&seed=7&v=0" },
  { ...plainSitting(begun), given: [{ took: 1 }] },
  { ...plainSitting(begun), given: [{ took: 1, answer: { kind: "choose-one", value: {} } }] },
])("%j is no sitting of today's questions", (value) => {
  expect(readSitting(value)).toBeNull();
});

test("an answer is added where it is the next, and never in the place of another", () => {
  const one = withAnswer(begun, 0, chose(1));
  expect(one.given).toEqual([chose(1)]);
  expect(withAnswer(one, 0, chose(2))).toBe(one);
  expect(withAnswer(one, 2, chose(2))).toBe(one);
  expect(isSameSitting(begun, one)).toBe(true);
  expect(longer(begun, one)).toBe(one);
});
