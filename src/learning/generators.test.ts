import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mark } from "./mark.ts";
import type { Question } from "./question.ts";
import { GENERATORS, generatorById } from "./generators.ts";
import { type Generator, instanceOf } from "./generator.ts";
import { expectSame, questionsOf, SEEDS } from "./generators/held-over-seeds.fixture.ts";
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

/** Made once for all the laws here. Those of later seeds are looked at by the generator's own test. */
let kept: { generator: Generator; questions: readonly Question[] } | null = null;

function firstOf(generator: Generator): readonly Question[] {
  if (kept?.generator !== generator)
    kept = { generator, questions: [...questionsOf(generator, Math.min(2000, SEEDS))] };
  return kept.questions;
}

describe.each(GENERATORS)("$id", (generator) => {
  // Making a question costs more than a look at it: whatever makes all of them holds them to the rules as well.
  test("keeps the rules of questions, and has a test of its own that goes over all seeds", () => {
    const amiss = firstOf(generator).filter((question) => questionProblems(question).length > 0);
    expect(amiss).toEqual([]);
    const own = readFileSync(`src/learning/generators/${generator.id}.test.ts`, "utf8");
    expect(own).toMatch(/ of questionsOf\(\w+\)|= questionsOf\(\w+\)|^ +questionsOf\(\w+\)/m);
  });

  test("makes the same question from the same seed, and others from others", () => {
    const first = firstOf(generator).slice(0, 200).map(withoutId);
    expect(questionsOf(generator, first.length).map(withoutId)).toEqual(first);
    expect(new Set(first).size).toBeGreaterThanOrEqual(10);
  });

  test("asks nothing twice with other choices right", () => {
    const rights = new Map<string, string>();
    for (const question of firstOf(generator)) {
      const asked = JSON.stringify(askedIn(question));
      const right = JSON.stringify(rightOf(question));
      expectSame([asked, rights.get(asked) ?? right], [asked, right]);
      rights.set(asked, right);
    }
  });

  test("can be answered by not being sure", () => {
    for (const question of firstOf(generator).slice(0, 200))
      expectSame(mark(question, { kind: "not-sure" }).type, "not-sure");
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
