import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { progress } from "./progress.fixture.ts";
import {
  KEPT_ANSWERS,
  NO_PROGRESS,
  type Progress,
  addAnswer,
  forget,
  isSame,
  mark,
  merge,
} from "./progress.ts";

const RIGHT = { outcome: "right", occasion: "check" } as const;

describe("merging two records", () => {
  test("gives the same whichever comes first", () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        expect(merge(a, b)).toEqual(merge(b, a));
      }),
    );
  });

  test("gives the same in whatever groups", () => {
    fc.assert(
      fc.property(progress, progress, progress, (a, b, c) => {
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
      }),
    );
  });

  test("with itself, or once more, changes nothing", () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        expect(merge(a, a)).toEqual(a);
        expect(merge(merge(a, b), b)).toEqual(merge(a, b));
      }),
    );
  });

  test("loses nothing that neither has forgotten", () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        const both = merge(a, b);
        const lost = [a, b].flatMap((one) => [
          ...momentsOf(one).filter(
            ([key, time]) => time > both.forgotten && !(new Map(momentsOf(both)).get(key)! >= time),
          ),
          ...answersOf(one).filter(
            ([text, at]) => at > both.forgotten && !new Map(answersOf(both)).has(text),
          ),
        ]);
        expect(lost).toEqual([]);
      }),
    );
  });

  test("brings nothing back that one of them has forgotten", () => {
    fc.assert(
      fc.property(progress, progress, fc.integer({ min: 1, max: 20 }), (a, b, now) => {
        const forgotten = forget(a, now);
        expect(forgotten).toMatchObject({ lessons: {}, answers: {} });
        const both = merge(forgotten, b);
        const times = [
          ...Object.values(both.lessons).flatMap((lesson) => Object.values(lesson)),
          ...Object.values(both.answers).flatMap((answers) => answers.map(({ at }) => at)),
        ];
        for (const time of times) expect(time).toBeGreaterThan(forgotten.forgotten);
      }),
    );
  });

  test("is seen: records are the same only where merging tells them apart in nothing", () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        expect(isSame(merge(a, b), merge(b, a))).toBe(true);
        expect(isSame(a, b)).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));
      }),
    );
  });
});

describe("what happens after", () => {
  test("counts, even if the clock was set back", () => {
    const before = mark(NO_PROGRESS, "ports/a", "finished", 500);
    const reopened = mark(before, "ports/a", "reopened", 100);
    expect(reopened.lessons["ports/a"]).toEqual({ finished: 500, reopened: 501 });
    expect(mark(forget(reopened, 200), "ports/a", "opened", 100).lessons).toEqual({
      "ports/a": { opened: 502 },
    });
  });

  test("keeps every answer to a question, oldest first", () => {
    const twice = addAnswer(
      addAnswer(NO_PROGRESS, "ports/a#one", { outcome: "wrong", occasion: "check" }, 30),
      "ports/a#one",
      RIGHT,
      20,
    );
    expect(twice.answers["ports/a#one"]?.map(({ at, outcome }) => [at, outcome])).toEqual([
      [30, "wrong"],
      [31, "right"],
    ]);
  });

  test("of very many answers to one question the last are kept", () => {
    let record = NO_PROGRESS;
    for (let time = 1; time <= KEPT_ANSWERS + 7; time++)
      record = addAnswer(record, "ports/a#one", RIGHT, time);
    expect(record.answers["ports/a#one"]?.map(({ at }) => at)).toEqual(
      Array.from({ length: KEPT_ANSWERS }, (_, index) => index + 8),
    );
  });
});

function momentsOf({ lessons }: Progress): [string, number][] {
  return Object.entries(lessons).flatMap(([lesson, times]) =>
    Object.entries(times).map(
      ([moment, time]) => [`${lesson} ${moment}`, time] as [string, number],
    ),
  );
}

function answersOf({ answers }: Progress): [string, number][] {
  return Object.entries(answers).flatMap(([key, all]) =>
    all.map((answer) => [`${key} ${JSON.stringify(answer)}`, answer.at] as [string, number]),
  );
}

function sorted({ forgotten, lessons, answers }: Progress): unknown {
  const inOrder = (record: object) =>
    Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const times = inOrder(lessons).map(([lesson, each]) => [lesson, inOrder(each as object)]);
  return [forgotten, times, inOrder(answers)];
}
