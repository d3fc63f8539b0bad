import { describe, expect, test } from "vitest";
import { NO_PROGRESS, type LessonTimes } from "#learning/progress";
import { duration, extentOf, goOn, readLessons } from "./course-progress.model.ts";

const LESSONS = ["a", "b", "c"].map((slug, index) => ({
  address: `ports/${slug}`,
  title: slug.toUpperCase(),
  minutes: 8 + index,
}));
const after = (lessons: Record<string, LessonTimes>) => ({ ...NO_PROGRESS, lessons });

describe("a chapter", () => {
  test.each<[Record<string, LessonTimes>, string[], string]>([
    [{}, ["not-begun", "not-begun", "not-begun"], "3 lessons, 27 minutes"],
    [{ "ports/a": { opened: 1 } }, ["begun", "not-begun", "not-begun"], "3 lessons, 27 minutes"],
    [
      { "ports/a": { finished: 1 }, "ports/b": { known: 1 } },
      ["finished", "known", "not-begun"],
      "2 of 3 lessons done, 10 minutes left",
    ],
    [
      { "ports/a": { finished: 1 }, "ports/b": { known: 1 }, "ports/c": { finished: 1 } },
      ["finished", "known", "finished"],
      "All 3 lessons done",
    ],
  ])("after %j", (lessons, states, extent) => {
    const read = readLessons(LESSONS, after(lessons));
    expect(read.map(({ state }) => state)).toEqual(states);
    expect(extentOf(read)).toBe(extent);
  });
});

describe("what to go on with", () => {
  test("is the first lesson for who comes for the first time", () => {
    expect(goOn(LESSONS, NO_PROGRESS)).toEqual({
      kind: "start",
      lesson: LESSONS[0],
      extent: "3 lessons, 27 minutes",
    });
  });

  test("is the lesson that was begun", () => {
    expect(goOn(LESSONS, after({ "ports/b": { opened: 1 } }))).toMatchObject({
      kind: "go-on",
      lesson: { title: "B" },
    });
  });

  test("is nothing once all is done, or where there are no lessons", () => {
    const all = Object.fromEntries(LESSONS.map(({ address }) => [address, { known: 1 }]));
    expect(goOn(LESSONS, after(all))).toEqual({ kind: "all-done", extent: "All 3 lessons done" });
    expect(goOn([], NO_PROGRESS)).toBeNull();
  });
});

test.each([
  [0, "0 minutes"],
  [1, "1 minute"],
  [59, "59 minutes"],
  [60, "1 hour"],
  [125, "2 hours 5 minutes"],
])("%i minutes are %s", (minutes, text) => expect(duration(minutes)).toBe(text));
