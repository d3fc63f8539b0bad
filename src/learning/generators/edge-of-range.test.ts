import { expect, test } from "vitest";
import { edgeOfRange } from "./edge-of-range.ts";
import { questionsOf } from "./held-over-seeds.fixture.ts";

/** RFC 6335 §6: each name with its first and its last port. */
const ENDS: readonly (readonly [RegExp, number, number])[] = [
  [/System Ports|Well Known Ports/, 0, 1023],
  [/User Ports|Registered Ports/, 1024, 49151],
  [/Dynamic Ports|Private Ports/, 49152, 65535],
];

function endIn(prompt: string): number {
  const named = ENDS.filter(([name]) => name.test(prompt));
  const isFirst = /first|lowest/.test(prompt);
  const isLast = /last|highest/.test(prompt);
  if (named.length !== 1 || isFirst === isLast) throw new Error(prompt);
  const [, first, last] = named[0]!;
  return isFirst ? first : last;
}

test("the answer is the end of the range that is asked for", () => {
  const told = questionsOf(edgeOfRange).map((question) => ({
    asked: endIn(question.prompt),
    answer: question.kind === "type-number" ? question.answer : null,
  }));
  expect(told.filter(({ asked, answer }) => asked !== answer)).toEqual([]);
  const answers = [...new Set(told.map(({ asked }) => asked))];
  expect(answers.toSorted((a, b) => a - b)).toEqual([0, 1023, 1024, 49151, 49152, 65535]);
});

test("the number beside each edge has a reason of its own", () => {
  const untold = questionsOf(edgeOfRange, 500).flatMap((question) => {
    if (question.kind !== "type-number") return [-1];
    const values = new Set(question.near.map(({ value }) => value));
    return [question.answer - 1, question.answer + 1].filter(
      (beside) => beside >= 0 && beside <= 65535 && !values.has(beside),
    );
  });
  expect(untold).toEqual([]);
});
