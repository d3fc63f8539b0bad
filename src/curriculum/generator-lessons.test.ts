import { expect, test } from "vitest";
import { GENERATORS } from "#learning/generators";
import { READING_ORDER } from "./course.ts";

test("the lesson that a generator leads to is one of the course", () => {
  const known = new Set(
    READING_ORDER.map(({ chapter, lesson }) => `${chapter.slug}/${lesson.slug}`),
  );
  const lost = GENERATORS.filter(({ lesson }) => !known.has(lesson)).map(({ id }) => id);
  expect(lost).toEqual([]);
});
