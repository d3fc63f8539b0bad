import { expect, test } from "vitest";
import { dayOf, dayText, endOfDay, isoDay, whenText } from "./calendar.model.ts";

const at = (...parts: [number, number, number, number?, number?]) => new Date(...parts).getTime();

test("a day is the one of the reader's own calendar, from midnight to midnight", () => {
  const noon = at(2026, 10, 22, 12);
  expect(isoDay(dayOf(noon))).toBe("2026-11-22");
  expect(dayOf(at(2026, 10, 22, 0, 0))).toBe(dayOf(noon));
  expect(dayOf(endOfDay(noon))).toBe(dayOf(noon));
  expect(dayOf(endOfDay(noon) + 1)).toBe(dayOf(noon) + 1);
});

test.each([
  [0, "today"],
  [1, "tomorrow"],
  [-1, "yesterday"],
  [9, "on 1 December"],
  [40, "on 1 January 2027"],
])("the day %i days from 22 November 2026 is %s", (days, text) => {
  const today = dayOf(at(2026, 10, 22));
  expect(whenText(today + days, today)).toBe(text);
});

test("a day names its year where that is another", () => {
  expect(dayText(dayOf(at(2025, 10, 22)), dayOf(at(2026, 0, 1)))).toBe("22 November 2025");
});
