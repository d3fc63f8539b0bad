import { expect, test } from "vitest";
import { encryptedSibling } from "./encrypted-sibling.ts";
import { inPrompt, questionsOf } from "./held-over-seeds.fixture.ts";

/** From RFC 8314, RFC 7858, RFC 5425, RFC 3261, RFC 7194 and IANA's registry: plain port, encrypted port. */
const PAIRS: readonly (readonly [number, number])[] = [
  [21, 990],
  [53, 853],
  [110, 995],
  [143, 993],
  [389, 636],
  [514, 6514],
  [587, 465],
  [1883, 8883],
  [2375, 2376],
  [5060, 5061],
  [5672, 5671],
  [6667, 6697],
];

test("the answer is the other port of the pair", () => {
  const asked = new Set<number>();
  const amiss = questionsOf(encryptedSibling).filter((question) => {
    if (question.kind !== "type-number") return true;
    const given = Number(inPrompt(question, /[pP]ort `(\d+)`/));
    asked.add(given);
    return !PAIRS.some(
      ([plain, encrypted]) =>
        (given === plain && question.answer === encrypted) ||
        (given === encrypted && question.answer === plain),
    );
  });
  expect(amiss).toEqual([]);
  expect([...asked].toSorted((a, b) => a - b)).toEqual(PAIRS.flat().toSorted((a, b) => a - b));
});

test("the prompt says which of the two it wants", () => {
  const amiss = questionsOf(encryptedSibling, 500).filter((question) => {
    const given = Number(inPrompt(question, /[pP]ort `(\d+)`/));
    const isPlain = PAIRS.some(([plain]) => plain === given);
    return question.prompt.includes("begins in the clear?") === isPlain;
  });
  expect(amiss).toEqual([]);
});
