import { expect, test } from "vitest";
import { COURSE, READING_ORDER, neighboursOf } from "./course.ts";

test("every lesson is reached once by going on from the first", () => {
  const visited = [];
  let place = READING_ORDER[0] ?? null;
  while (place !== null && visited.length <= READING_ORDER.length) {
    visited.push(place);
    place = neighboursOf(place).next;
  }
  expect(visited).toEqual(READING_ORDER);
});

test("the lesson before the next one is this one", () => {
  for (const place of READING_ORDER.slice(0, -1)) {
    const { next } = neighboursOf(place);
    expect(next && neighboursOf(next).previous).toBe(place);
  }
});

test("no two lessons share an address", () => {
  const addresses = READING_ORDER.map(({ chapter, lesson }) => `${chapter.slug}/${lesson.slug}`);
  expect(new Set(addresses).size).toBe(addresses.length);
});

test("the first chapter is on ports and has six lessons", () => {
  expect(COURSE[0]).toMatchObject({ slug: "ports" });
  expect(COURSE[0]?.lessons).toHaveLength(6);
});
