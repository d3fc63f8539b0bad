import fc from "fast-check";
import { expect, test } from "vitest";
import { type Asked, plainAsked, readAsked } from "./asked.ts";
import { MAX_SEED } from "./draw.ts";
import { type Instance, instanceOf } from "./generator.ts";
import { GENERATORS } from "./generators.ts";
import { type Answer, mark } from "./mark.ts";

const GENERATOR = GENERATORS[0]!;
const NOT_SURE: Answer = { kind: "not-sure" };
const seeds = fc.integer({ min: 0, max: MAX_SEED });

test("what was asked, and answered in whatever way, is read again as it was", () => {
  fc.assert(
    fc.property(fc.constantFrom(...GENERATORS), seeds, fc.nat(), (generator, seed, pick) => {
      const instance = instanceOf(generator, seed);
      const asked: Asked[] = [null, NOT_SURE, someAnswer(instance, pick)].map((given) => ({
        instance,
        given,
      }));
      expect(asked.map((each) => throughText(each))).toEqual(asked);
    }),
    { numRuns: 300 },
  );
});

test("an answer that does not fit the question is left out, and the question stands", () => {
  fc.assert(
    fc.property(seeds, fc.jsonValue(), (seed, given) => {
      const read = readAsked({ generator: GENERATOR.id, seed, given }, GENERATORS);
      expect(read?.instance).toEqual(instanceOf(GENERATOR, seed));
      const answer = read?.given ?? NOT_SURE;
      expect(mark(instanceOf(GENERATOR, seed).question, answer).type).not.toBe("invalid");
    }),
  );
});

test("what is none is none", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(readAsked(value, GENERATORS)).toBeNull();
    }),
  );
});

test.each([
  { generator: "of-a-later-version", seed: 1, given: null },
  { generator: GENERATOR.id, seed: -1, given: null },
  { generator: GENERATOR.id, seed: MAX_SEED + 1, given: null },
  { generator: GENERATOR.id, seed: 0.5, given: null },
  { generator: GENERATOR.id, seed: "1", given: null },
])("%j is no question here", (value) => {
  expect(readAsked(value, GENERATORS)).toBeNull();
});

const throughText = (asked: Asked) =>
  readAsked(JSON.parse(JSON.stringify(plainAsked(asked))), GENERATORS);

/** An answer that can be marked. */
function someAnswer({ question }: Instance, pick: number): Answer {
  switch (question.kind) {
    case "choose-one":
    case "point-at":
      return { kind: question.kind, chosen: pick % question.choices.length };
    case "choose-several":
      return { kind: question.kind, chosen: new Set([pick % question.choices.length]) };
    case "type-number":
      return { kind: question.kind, text: String(question.answer) };
    case "type-text":
      return { kind: question.kind, text: question.answer };
    case "sort-into":
      return { kind: question.kind, bins: question.items.map(() => pick % question.bins.length) };
    case "put-in-order":
      return { kind: question.kind, order: question.shown };
  }
}
