/**
 * A short test over a chapter, by which a reader finds out what they can skip: some questions of every lesson, and
 * a verdict lesson by lesson. One question may be guessed, so a lesson is known only where all that were asked of it
 * were answered right; not being sure counts as not knowing. The same seed chooses the same questions.
 */
import { drawFrom } from "./draw.ts";
import type { Mark } from "./mark.ts";
import type { Question } from "./question.ts";

export interface TestLesson {
  /** `chapter/lesson`. */
  readonly address: string;
  readonly questions: readonly Question[];
}

export interface TestItem {
  readonly lesson: string;
  readonly question: Question;
}

export interface LessonResult {
  readonly lesson: string;
  readonly items: readonly { readonly question: Question; readonly settled: Settled }[];
  readonly right: number;
  readonly isKnown: boolean;
}

type Settled = Exclude<Mark, { type: "invalid" }>;

/** Of each lesson, where it has as many. */
export const QUESTIONS_A_LESSON = 2;

/** One question of each lesson in turn, then another of each. Lessons without questions are left out. */
export function chooseTest(lessons: readonly TestLesson[], seed: number): readonly TestItem[] {
  const draw = drawFrom(seed);
  const chosen = lessons.map(({ address, questions }) =>
    draw.sample(questions, QUESTIONS_A_LESSON).map((question) => ({ lesson: address, question })),
  );
  const rounds = Array.from({ length: QUESTIONS_A_LESSON }, (_, round) =>
    chosen.flatMap((items) => items[round] ?? []),
  );
  return rounds.flat();
}

/** What the answers say of each lesson asked about, in the order of first asking. `settled` holds one answer an item. */
export function testResults(
  items: readonly TestItem[],
  settled: readonly Settled[],
): readonly LessonResult[] {
  const lessons = [...new Set(items.map(({ lesson }) => lesson))];
  return lessons.map((lesson) => {
    const own = items.flatMap(({ question, ...item }, index) => {
      const answer = settled[index];
      return item.lesson === lesson && answer !== undefined ? [{ question, settled: answer }] : [];
    });
    const right = own.filter(({ settled }) => isRight(settled)).length;
    return { lesson, items: own, right, isKnown: own.length > 0 && right === own.length };
  });
}

export function isRight(settled: Settled): boolean {
  return settled.type === "marked" && settled.right;
}
