/** What every generator's test uses: the questions of many seeds, the choices that are right in them, and a quick comparison. */
import { expect } from "vitest";
import { type Generator, instanceOf } from "../generator.ts";
import { questionProblems } from "../question-problems.ts";
import type { Choice, Question } from "../question.ts";

/** How many seeds a generator is held over. */
export const SEEDS = Number(process.env["GENERATOR_SEEDS"] ?? 10_000);

/** One after another, each made when it is asked for: ten thousand kept at once cost more than they take to make. */
export interface Questions extends Iterable<Question> {
  filter(isWanted: (question: Question) => boolean): Question[];
  find(isWanted: (question: Question) => boolean): Question | undefined;
  map<Told>(tell: (question: Question) => Told): Told[];
  flatMap<Told>(tell: (question: Question) => readonly Told[]): Told[];
}

/** The questions of the seeds from 0 on. Throws at the first that breaks the rules every question keeps. */
export function questionsOf(generator: Generator, seeds = SEEDS): Questions {
  function* each() {
    for (let seed = 0; seed < seeds; seed += 1) {
      const { question } = instanceOf(generator, seed);
      const problems = questionProblems(question);
      if (problems.length > 0) throw new Error(`${question.id}: ${problems.join(" ")}`);
      yield question;
    }
  }
  return {
    [Symbol.iterator]: each,
    filter: (isWanted) => gathered(each(), (question) => (isWanted(question) ? [question] : [])),
    find(isWanted) {
      for (const question of each()) if (isWanted(question)) return question;
      return undefined;
    },
    map: (tell) => gathered(each(), (question) => [tell(question)]),
    flatMap: (tell) => gathered(each(), tell),
  };
}

function gathered<Told>(
  questions: Iterable<Question>,
  tell: (question: Question) => readonly Told[],
): Told[] {
  const told: Told[] = [];
  for (const question of questions) told.push(...tell(question));
  return told;
}

/** `expect(actual).toEqual(expected)`, which is slow, asked only where a quick look finds them different. For loops over seeds. */
export function expectSame(actual: unknown, expected: unknown): void {
  if (!looksSame(actual, expected)) expect(actual).toEqual(expected);
}

function looksSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  return (
    Array.isArray(one) &&
    Array.isArray(other) &&
    one.length === other.length &&
    one.every((item, at) => looksSame(item, other[at]))
  );
}

/** The texts of the choices that are right. Throws where the question has none. */
export function rightTexts(question: Question): string[] {
  if (!("choices" in question)) throw new TypeError(`A ${question.kind} question has no choices.`);
  return (question.choices as readonly Choice[])
    .filter(({ right }) => right === true)
    .map(({ text }) => text);
}

/** The one match of `pattern` in the prompt. Throws where it is not there. */
export function inPrompt(question: Question, pattern: RegExp): string {
  const match = pattern.exec(question.prompt)?.[1];
  if (match === undefined) throw new Error(`“${question.prompt}” has no ${pattern}.`);
  return match;
}
