/** What every generator's test uses: the questions of many seeds, and the choices that are right in them. */
import { type Generator, instanceOf } from "../generator.ts";
import type { Choice, Question } from "../question.ts";

/** How many seeds a generator is held over. */
export const SEEDS = Number(process.env["GENERATOR_SEEDS"] ?? 10_000);

/** The questions of the seeds from 0 on. */
export function questionsOf(generator: Generator, seeds = SEEDS): Question[] {
  return Array.from({ length: seeds }, (_, seed) => instanceOf(generator, seed).question);
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
