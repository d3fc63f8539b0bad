import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { QUESTIONS_A_LESSON, chooseTest, testResults } from "./chapter-test.ts";
import { mark } from "./mark.ts";
import type { ChooseOne } from "./question.ts";

const question = (id: string): ChooseOne => ({
  id,
  kind: "choose-one",
  prompt: `${id}?`,
  choices: [
    { text: "yes", right: true, because: "So it is." },
    { text: "no", because: "It is not." },
  ],
});

const lessons = fc.array(fc.nat({ max: 7 }), { maxLength: 9 }).map((counts) =>
  counts.map((count, lesson) => ({
    address: `ports/${lesson}`,
    questions: Array.from({ length: count }, (_, index) => question(`q${index}`)),
  })),
);

describe("a test over a chapter", () => {
  test("asks of every lesson as many questions as it should, none twice", () => {
    fc.assert(
      fc.property(lessons, fc.nat(), (lessons, seed) => {
        const items = chooseTest(lessons, seed);
        for (const { address, questions } of lessons) {
          const own = items
            .filter(({ lesson }) => lesson === address)
            .map(({ question }) => question);
          expect(own).toHaveLength(Math.min(QUESTIONS_A_LESSON, questions.length));
          expect(new Set(own).size).toBe(own.length);
          for (const each of own) expect(questions).toContain(each);
        }
      }),
    );
  });

  test("is the same for the same seed, and asks everything sooner or later", () => {
    const lesson = { address: "ports/a", questions: ["a", "b", "c", "d", "e"].map(question) };
    const asked = (seed: number) => chooseTest([lesson], seed).map(({ question }) => question.id);
    expect(asked(7)).toEqual(asked(7));
    const ever = new Set(Array.from({ length: 50 }, (_, seed) => asked(seed)).flat());
    expect([...ever].toSorted()).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("goes through the lessons in turn, so that a question seldom follows one of its lesson", () => {
    const chapter = ["a", "b", "c"].map((address) => ({
      address,
      questions: ["one", "two", "three"].map(question),
    }));
    const order = chooseTest(chapter, 3).map(({ lesson }) => lesson);
    expect(order).toEqual(["a", "b", "c", "a", "b", "c"]);
  });

  test("of a chapter without questions asks nothing", () => {
    expect(chooseTest([], 1)).toEqual([]);
    expect(chooseTest([{ address: "ports/a", questions: [] }], 1)).toEqual([]);
    expect(testResults([], [])).toEqual([]);
  });
});

describe("a lesson is known", () => {
  const items = ["one", "two"].map((id) => ({ lesson: "ports/a", question: question(id) }));
  const answers = {
    right: { kind: "choose-one", chosen: 0 },
    wrong: { kind: "choose-one", chosen: 1 },
    unsure: { kind: "not-sure" },
  } as const;
  test.each([
    [["right", "right"], 2, true],
    [["right", "wrong"], 1, false],
    [["unsure", "right"], 1, false],
    [["wrong", "unsure"], 0, false],
  ] as const)("after answers that were %j: %i right, %s", (given, right, isKnown) => {
    const settled = items.map(({ question }, index) => {
      const result = mark(question, answers[given[index] ?? "unsure"]);
      if (result.type === "invalid") throw new Error(result.message);
      return result;
    });
    expect(testResults(items, settled)).toMatchObject([{ lesson: "ports/a", right, isKnown }]);
  });

  test("only if it was asked about: a test that was left half way says nothing of the rest", () => {
    expect(testResults(items, [])).toMatchObject([{ isKnown: false, items: [] }]);
  });
});
