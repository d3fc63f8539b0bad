import { expect, test } from "vitest";
import { lessonStrengths } from "./lesson-strength.ts";
import type { Answered } from "./progress.ts";

const answered = (at: number, outcome: Answered["outcome"], occasion: Answered["occasion"]) => ({
  at,
  outcome,
  occasion,
});

test("a lesson is as strong as the last answers to its questions, in checks and in tests", () => {
  const strengths = lessonStrengths({
    answers: {
      "ports/three-ranges#edge": [answered(1, "wrong", "check"), answered(2, "right", "test")],
      "ports/three-ranges#zero": [answered(1, "right", "check"), answered(2, "not-sure", "test")],
      "sockets/types#raw": [answered(1, "right", "check")],
    },
  });
  expect([...strengths]).toEqual([
    ["ports/three-ranges", 0.5],
    ["sockets/types", 1],
  ]);
});

test("a guess before the lesson says nothing", () => {
  const strengths = lessonStrengths({
    answers: {
      "ports/three-ranges#edge": [answered(1, "right", "check"), answered(2, "wrong", "predict")],
      "ports/two#zero": [answered(1, "wrong", "predict")],
    },
  });
  expect([...strengths]).toEqual([["ports/three-ranges", 1]]);
});
