import { describe, expect, test } from "vitest";
import { mark } from "./mark.ts";
import type { Question } from "./question.ts";
import { GENERATORS, generatorById } from "./generators.ts";
import { instanceOf } from "./generator.ts";
import { SEEDS, questionsOf } from "./generators/held-over-seeds.fixture.ts";
import { questionProblems } from "./question-problems.ts";
import { TOPICS } from "./topic.ts";

test("every generator has an id of its own, by which it is found", () => {
  const ids = GENERATORS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const generator of GENERATORS) {
    expect(generator.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(generatorById(generator.id)).toBe(generator);
  }
});

test("every topic has generators", () => {
  const topics = new Set(GENERATORS.map(({ topic }) => topic));
  expect(Object.keys(TOPICS).filter((topic) => !topics.has(topic as never))).toEqual([]);
});

test.each([-1, 0.5, 2 ** 32, Number.NaN])("%d is no seed", (seed) => {
  expect(() => instanceOf(GENERATORS[0]!, seed)).toThrow(RangeError);
});

describe.each(GENERATORS)("$id", (generator) => {
  test(`keeps the rules of questions over ${SEEDS} seeds`, () => {
    const amiss = questionsOf(generator)
      .map((question) => ({ question, problems: questionProblems(question) }))
      .find(({ problems }) => problems.length > 0);
    expect(amiss).toBeUndefined();
  });

  test("makes the same question from the same seed, and others from others", () => {
    const first = questionsOf(generator, 200).map(withoutId);
    expect(questionsOf(generator, 200).map(withoutId)).toEqual(first);
    expect(new Set(first).size).toBeGreaterThanOrEqual(10);
  });

  test("asks nothing twice with other choices right", () => {
    const rights = new Map<string, string>();
    for (const question of questionsOf(generator, 2000)) {
      const asked = JSON.stringify(askedIn(question));
      const right = JSON.stringify(rightOf(question));
      expect([asked, rights.get(asked) ?? right]).toEqual([asked, right]);
      rights.set(asked, right);
    }
  });

  test("can be answered by not being sure", () => {
    for (const question of questionsOf(generator, 200))
      expect(mark(question, { kind: "not-sure" }).type).toBe("not-sure");
  });
});

/** All that a reader is given to answer from, whatever the order of its parts. */
function askedIn(question: Question): unknown {
  const { prompt, listing } = question;
  switch (question.kind) {
    case "choose-one":
    case "choose-several":
    case "point-at":
      return [prompt, listing, question.choices.map(({ text }) => text).toSorted()];
    case "sort-into":
    case "put-in-order":
      return [prompt, listing, question.items.map(({ text }) => text).toSorted()];
    case "type-number":
      return [prompt, listing];
    case "type-text":
      return [prompt, listing, question.before, question.after];
  }
}

/** What is right in it, whatever the order of its parts. */
function rightOf(question: Question): unknown {
  const marked = mark(question, { kind: "not-sure" });
  if (marked.type === "invalid") throw new TypeError("Not being sure is an answer.");
  return marked.feedback
    .filter(({ right }) => right)
    .map(({ text }) => text)
    .toSorted();
}

function withoutId(question: object): string {
  return JSON.stringify({ ...question, id: "" });
}
