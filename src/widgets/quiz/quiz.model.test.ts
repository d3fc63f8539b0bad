import { describe, expect, test } from "vitest";
import { instanceOf } from "#learning/generator";
import { rangeOfPort } from "#learning/generators/range-of-port";
import { ALL_TOPICS, type QuizPlan } from "#learning/quiz-plan";
import { type Sitting, answeredIn, scoreOf } from "#learning/quiz-sitting";
import { readResultCode, resultCode } from "#learning/result-code";
import {
  dayOf,
  dayText,
  percentText,
  resultLine,
  resultOf,
  resultText,
  timeText,
  titleOf,
  topicsText,
} from "./quiz.model.ts";

const PLAN: QuizPlan = { mode: "quiz", topics: ["port-ranges"], count: 3, seed: 0xc0_ff_ee };
const STARTED_AT = Date.UTC(2026, 10, 22, 16, 0);

test.each([
  [PLAN, "A quiz of 3 questions", "Port ranges"],
  [{ ...PLAN, mode: "exam", count: 1, topics: ALL_TOPICS }, "An exam of 1 question", "All topics"],
  [
    { ...PLAN, mode: "drill", topics: ["port-ranges", "services"] },
    "A drill of 60 seconds",
    "Port ranges, Services",
  ],
] as const)("a quiz is named: %#", (plan, title, topics) => {
  expect([titleOf(plan), topicsText(plan)]).toEqual([title, topics]);
});

test.each([
  [0, "0 s"],
  [59_499, "59 s"],
  [59_500, "1 min 0 s"],
  [250_000, "4 min 10 s"],
])("%d ms are %s", (milliseconds, text) => {
  expect(timeText(milliseconds)).toBe(text);
});

test("of nothing, nothing is right", () => {
  expect(percentText(0, 0)).toBe("0 %");
  expect(percentText(2, 3)).toBe("67 %");
});

describe("a result", () => {
  const instances = [3, 4, 5].map((seed) => instanceOf(rangeOfPort, seed));
  const right = instances.map(({ question }) =>
    question.kind === "choose-one" ? question.choices.findIndex((choice) => choice.right) : -1,
  );
  const sitting: Sitting = {
    plan: PLAN,
    startedAt: STARTED_AT,
    given: [
      { answer: { kind: "choose-one", value: right[0]! }, took: 4000 },
      { answer: { kind: "choose-one", value: (right[1]! + 1) % 3 }, took: 5000 },
      { answer: { kind: "not-sure" }, took: 61_000 },
    ],
  };
  const answered = answeredIn(sitting, instances);
  const score = scoreOf(answered);
  const result = resultOf(PLAN, STARTED_AT, answered, score);

  test("is told by its code: the day, the time, each outcome", () => {
    const read = readResultCode(resultCode(result));
    expect(read).toEqual({ type: "result", result, isOfOtherVersion: false });
    expect(result).toMatchObject({ outcomes: ["right", "wrong", "not-sure"], seconds: 70 });
    expect(dayText(result.day)).toBe("22 November 2026");
    expect(dayText(dayOf(Date.UTC(2026, 0, 1, 23, 59)))).toBe("1 January 2026");
  });

  test("is copied as text that says how each question came out", () => {
    const lines = answered.map(resultLine);
    const text = resultText(result, score, lines, "CODE", "https://ports.example/quiz?seed=1");
    expect(text.split("\n").slice(0, 6)).toEqual([
      "Ports of Call. A quiz of 3 questions: Port ranges",
      "1 of 3 right (33 %), 1 of 3 points",
      "22 November 2026, 1 min 10 s",
      "The same questions: https://ports.example/quiz?seed=1",
      "Result code: CODE",
      "Nobody watched while these questions were answered.",
    ]);
    expect(text).toMatch(/^1\. Right\. In which range is port \d+\?\n {3}Answer: /m);
    expect(text).toMatch(/^2\. Not right\. .*\n {3}Answer: .*\n {3}Right answer: /m);
    expect(text).toMatch(/^3\. Not sure\. .*\n {3}Right answer: /m);
    expect(text).not.toContain("`");
  });
});
