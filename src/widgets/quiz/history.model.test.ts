import { expect, test } from "vitest";
import type { Attempt, Outcome } from "#learning/attempt";
import { dayOf } from "./calendar.model.ts";
import { historyText, lastDays, practisedDays } from "./history.model.ts";

const at = (date: number, hour: number, outcome: Outcome): Attempt => ({
  at: new Date(2026, 10, date, hour).getTime(),
  practised: "range-of-port",
  seed: 7,
  outcome,
  beliefs: [],
});
const TODAY = dayOf(new Date(2026, 10, 22).getTime());
const LOG = [at(1, 23, "right"), at(20, 0, "wrong"), at(20, 23, "right"), at(22, 12, "not-sure")];

test("answers are counted by the day, the newest first", () => {
  expect(practisedDays(LOG)).toEqual([
    { day: TODAY, answered: 1, right: 0 },
    { day: TODAY - 2, answered: 2, right: 1 },
    { day: TODAY - 21, answered: 1, right: 1 },
  ]);
});

test("the last days have a place for those without an answer", () => {
  expect(lastDays(practisedDays(LOG), TODAY, 4).map(({ answered }) => answered)).toEqual([
    0, 2, 0, 1,
  ]);
});

test("they are told in a sentence", () => {
  const last = lastDays(practisedDays(LOG), TODAY, 7);
  expect(historyText(last)).toBe("In the last 7 days: 3 answers on 2 days, 1 of them right.");
  expect(historyText(lastDays([], TODAY, 7))).toBe("In the last 7 days nothing was answered.");
});
