import { expect, test } from "vitest";
import { loadCheatSheet } from "./cheat-sheet.ts";
import { COURSE } from "./course.ts";

test.each(COURSE)(
  "the chapter $slug has its cheat sheet, loaded once",
  async ({ slug, lessons }) => {
    const sheet = await loadCheatSheet(slug);
    expect(sheet.lessons.map(({ title }) => title)).toEqual(lessons.map(({ title }) => title));
    expect(loadCheatSheet(slug)).toBe(loadCheatSheet(slug));
  },
);
