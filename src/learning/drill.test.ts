import { expect, test } from "vitest";
import { DRILL_MS, countsForBest, drillLeft, drillPlan } from "./drill.ts";
import { ALL_TOPICS, planQuery, readPlan } from "./quiz-plan.ts";

test("a drill read from its link counts for the personal best, another does not", () => {
  const parameters = new URLSearchParams(planQuery(drillPlan(7)));
  const read = readPlan((name) => parameters.get(name));
  expect(read.type === "plan" && countsForBest(read.plan)).toBe(true);
  expect(countsForBest({ ...drillPlan(7), topics: ALL_TOPICS })).toBe(false);
  expect(countsForBest({ ...drillPlan(7), count: 10 })).toBe(false);
  expect(countsForBest({ ...drillPlan(7), mode: "quiz" })).toBe(false);
});

test.each([
  [1000, 1000, DRILL_MS],
  [1000, 31_000, 30_000],
  [1000, 61_000, 0],
  [1000, 999_999, 0],
  [1000, 0, DRILL_MS],
])("of a drill begun at %d there are at %d left: %d ms", (startedAt, now, left) => {
  expect(drillLeft(startedAt, now)).toBe(left);
});
