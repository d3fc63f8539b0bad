import { describe, expect, test } from "vitest";
import { NO_PROGRESS, type LessonTimes, addAnswer, mark } from "./progress.ts";
import {
  countAnswered,
  hasBegun,
  isDone,
  lessonToGoOnWith,
  readingState,
} from "./reading-state.ts";

describe("a lesson", () => {
  test.each<[LessonTimes | undefined, string]>([
    [undefined, "not-begun"],
    [{ opened: 1 }, "begun"],
    [{ finished: 1 }, "finished"],
    [{ opened: 5, finished: 1 }, "finished"],
    [{ opened: 1, finished: 2, reopened: 3 }, "begun"],
    [{ opened: 1, finished: 4, reopened: 3 }, "finished"],
    [{ known: 1 }, "known"],
    [{ known: 1, missed: 2 }, "not-begun"],
    [{ opened: 1, known: 3, missed: 2 }, "known"],
    [{ finished: 1, known: 2 }, "finished"],
  ])("with the times %j is %s", (times, state) => {
    const progress = { ...NO_PROGRESS, lessons: times === undefined ? {} : { "ports/a": times } };
    expect(readingState(progress, "ports/a")).toBe(state);
  });

  test("is done once it is finished or known", () => {
    expect((["not-begun", "begun", "known", "finished"] as const).map(isDone)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe("the lesson to go on with", () => {
  const LESSONS = ["ports/a", "ports/b", "ports/c", "sockets/a"];
  test.each<[Record<string, LessonTimes>, string | null]>([
    [{}, "ports/a"],
    [{ "ports/b": { opened: 1 } }, "ports/b"],
    [{ "ports/a": { opened: 9 }, "ports/b": { opened: 1 } }, "ports/a"],
    [{ "ports/b": { opened: 1, finished: 2 } }, "ports/c"],
    [{ "ports/b": { opened: 1, finished: 2 }, "ports/c": { known: 3 } }, "sockets/a"],
    [{ "sockets/a": { opened: 1, finished: 2 }, "ports/a": { known: 3 } }, "ports/b"],
    [Object.fromEntries(LESSONS.map((lesson) => [lesson, { finished: 1 }])), null],
    [{ "gone/lesson": { opened: 9 } }, "ports/a"],
  ])("after %j is %s", (lessons, expected) => {
    expect(lessonToGoOnWith({ ...NO_PROGRESS, lessons }, LESSONS)).toBe(expected);
  });

  test("is none where the course has no lessons", () => {
    expect(lessonToGoOnWith(NO_PROGRESS, [])).toBeNull();
  });
});

test("a reader has begun once a lesson was opened or tested, not by an answer elsewhere", () => {
  expect(hasBegun(NO_PROGRESS)).toBe(false);
  expect(hasBegun(mark(NO_PROGRESS, "ports/a", "opened", 1))).toBe(true);
});

test("answered questions are counted once each, whatever the answer was", () => {
  const answer = { outcome: "not-sure", occasion: "check" } as const;
  const twice = addAnswer(
    addAnswer(NO_PROGRESS, "ports/a#one", answer, 1),
    "ports/a#one",
    answer,
    2,
  );
  expect(countAnswered(twice, "ports/a", ["one", "two"])).toBe(1);
});
