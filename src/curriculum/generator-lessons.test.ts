import { expect, test } from "vitest";
import { GENERATORS } from "#learning/generators";
import { lessonAddress, READING_ORDER } from "./course.ts";

test("every generator names a lesson of the course", () => {
  const addresses = new Set(READING_ORDER.map(lessonAddress));
  const astray = GENERATORS.filter(({ lesson }) => !addresses.has(lesson));
  expect(astray.map(({ id, lesson }) => `${id}: ${lesson}`)).toEqual([]);
});
