import { expect, test } from "vitest";
import { endsOfRange } from "./ends-of-range.ts";
import { questionsOf } from "./held-over-seeds.fixture.ts";

/** RFC 6335 §6, written down once more. */
function endsOf(prompt: string): string {
  if (/System|Well Known/.test(prompt)) return "0 to 1023";
  if (/User|Registered/.test(prompt)) return "1024 to 49151";
  if (/Dynamic|Private/.test(prompt)) return "49152 to 65535";
  throw new Error(prompt);
}

test("the ends that are right are those of RFC 6335, and no wrong choice has them", () => {
  const amiss = questionsOf(endsOfRange).filter((question) => {
    if (question.kind !== "choose-one" || question.choices.length !== 4) return true;
    const ends = endsOf(question.prompt);
    return question.choices.some(({ text, right }) => (text === ends) !== (right === true));
  });
  expect(amiss).toEqual([]);
});

test("the right ends stand in every place among the choices", () => {
  const places = questionsOf(endsOfRange, 500).map((question) =>
    "choices" in question ? question.choices.findIndex(({ right }) => right === true) : -1,
  );
  expect([...new Set(places)].toSorted()).toEqual([0, 1, 2, 3]);
});
