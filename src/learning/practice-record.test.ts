import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Attempt } from "./attempt.ts";
import {
  NO_PRACTICE,
  type PracticeRecord,
  forgetPractice,
  isSameRecord,
  joinedRecords,
  readRecord,
  recordText,
} from "./practice-record.ts";

const at = (time: number): Attempt => ({
  at: time,
  practised: "range-of-port",
  seed: 7,
  outcome: "wrong",
  beliefs: ["ephemeral-above-1023"],
});
const times = ({ log }: PracticeRecord) => log.map((attempt) => attempt.at);

const aRecord = fc.record({
  forgotten: fc.nat(6),
  log: fc
    .uniqueArray(fc.nat(12), { maxLength: 6 })
    .map((list) => list.toSorted((a, b) => a - b).map(at)),
});

test("joining is commutative, associative and idempotent", () => {
  fc.assert(
    fc.property(aRecord, aRecord, aRecord, (a, b, c) => {
      expect(joinedRecords(a, b)).toEqual(joinedRecords(b, a));
      expect(joinedRecords(joinedRecords(a, b), c)).toEqual(joinedRecords(a, joinedRecords(b, c)));
      expect(joinedRecords(a, a)).toEqual(a);
      expect(joinedRecords(a, NO_PRACTICE).forgotten).toBe(a.forgotten);
    }),
  );
});

test("two records are the same where their texts are", () => {
  fc.assert(
    fc.property(aRecord, aRecord, (a, b) => {
      expect(isSameRecord(a, b)).toBe(recordText(a) === recordText(b));
      expect(isSameRecord(a, { ...a, log: a.log.map((attempt) => ({ ...attempt })) })).toBe(true);
    }),
  );
});

test("a record as text is read as the same record", () => {
  fc.assert(
    fc.property(aRecord, (record) => {
      expect(readRecord(recordText(record))).toEqual({ kind: "record", record, unread: 0 });
    }),
  );
});

describe("what was forgotten", () => {
  test("is not brought back by a record that does not know of it, and what came after it stays", () => {
    const before: PracticeRecord = { forgotten: 0, log: [at(5), at(9)] };
    const after = forgetPractice({ forgotten: 0, log: [at(5)] }, 7);
    expect(joinedRecords(before, after)).toEqual({ forgotten: 7, log: [at(9)] });
  });

  test("can be brought in again by a record that knows of it", () => {
    const empty = forgetPractice({ forgotten: 0, log: [at(5)] }, 7);
    const brought = joinedRecords(empty, { ...empty, log: [at(5)] });
    expect(times(joinedRecords(brought, empty))).toEqual([5]);
    expect(times(forgetPractice(brought, 7))).toEqual([]);
    expect(times(joinedRecords(forgetPractice(brought, 7), brought))).toEqual([]);
  });

  test("includes what a clock ahead of its time noted", () => {
    const ahead: PracticeRecord = { forgotten: 0, log: [at(100)] };
    expect(times(joinedRecords(forgetPractice(ahead, 7), ahead))).toEqual([]);
  });
});

test("a text as an editor on Windows saves it is read", () => {
  const record: PracticeRecord = { forgotten: 3, log: [at(5), at(9)] };
  const text = `\uFEFF${recordText(record).replaceAll("\n", "\r\n")}`;
  expect(readRecord(text)).toEqual({ kind: "record", record, unread: 0 });
});

test.each([
  ["", { kind: "none" }],
  ["{}", { kind: "none" }],
  ["5 range-of-port 7 right", { kind: "none" }],
  ["Ports of Call, practice, form 2, forgotten 0\nanything", { kind: "later-version" }],
  [
    "Ports of Call, practice, form 1, forgotten 0\n5 range-of-port 7 right\n5 range-of-port 7 perhaps\n",
    {
      kind: "record",
      record: { forgotten: 0, log: [{ ...at(5), outcome: "right", beliefs: [] }] },
      unread: 1,
    },
  ],
])("%j is read as what it is", (text, read) => {
  expect(readRecord(text)).toEqual(read);
});
