import { describe, expect, test } from "vitest";
import { instanceOf } from "./generator.ts";
import { rangeOfPort } from "./generators/range-of-port.ts";
import type { Answer } from "./mark.ts";
import type { QuizPlan } from "./quiz-plan.ts";
import { type Given, type Sitting, answeredIn, scoreOf } from "./quiz-sitting.ts";
import { restored, saved } from "./saved-answer.ts";

const PLAN: QuizPlan = { mode: "quiz", topics: ["port-ranges"], count: 3, seed: 1 };
const INSTANCES = [1, 2, 3].map((seed) => instanceOf(rangeOfPort, seed));
const rightIn = (index: number) => {
  const { question } = INSTANCES[index]!;
  if (question.kind !== "choose-one") throw new TypeError("Another kind.");
  return question.choices.findIndex(({ right }) => right === true);
};
const chose = (chosen: number): Given => ({
  answer: saved({ kind: "choose-one", chosen }),
  took: 1500,
});
const sitting = (...given: Given[]): Sitting => ({ plan: PLAN, startedAt: 0, given });

describe("a sitting", () => {
  test("is marked anew from its answers, and goes on at the first question without one", () => {
    const answered = answeredIn(sitting(chose(rightIn(0)), chose((rightIn(1) + 1) % 3)), INSTANCES);
    expect(answered.map(({ settled }) => settled.type === "marked" && settled.right)).toEqual([
      true,
      false,
    ]);
    expect(scoreOf(answered)).toEqual({ right: 1, questions: 2, earned: 1, total: 2, took: 3000 });
  });

  test("counts not being sure as an answer without points", () => {
    const answered = answeredIn(sitting({ answer: { kind: "not-sure" }, took: 0 }), INSTANCES);
    expect(scoreOf(answered)).toMatchObject({ right: 0, questions: 1, earned: 0, total: 1 });
  });

  test("ends where an answer fits no question", () => {
    const odd: Given = { answer: { kind: "type-number", value: "80" }, took: 0 };
    expect(answeredIn(sitting(chose(0), odd, chose(0)), INSTANCES)).toHaveLength(1);
    expect(answeredIn(sitting(chose(0), chose(17)), INSTANCES)).toHaveLength(1);
    expect(
      answeredIn(sitting(...Array.from({ length: 9 }, () => chose(0))), INSTANCES),
    ).toHaveLength(3);
  });
});

test.each<Answer>([
  { kind: "not-sure" },
  { kind: "choose-one", chosen: 2 },
  { kind: "point-at", chosen: 0 },
  { kind: "choose-several", chosen: new Set([2, 0]) },
  { kind: "type-number", text: " 1023" },
  { kind: "type-text", text: "LISTEN" },
  { kind: "sort-into", bins: [0, null, 2] },
  { kind: "put-in-order", order: [2, 0, 1] },
])("a $kind answer is kept as text and read again", (answer) => {
  const text = JSON.stringify(saved(answer));
  const question = { ...INSTANCES[0]!.question, kind: answer.kind } as never;
  expect(restored(JSON.parse(text) as never, question)).toEqual(answer);
});
