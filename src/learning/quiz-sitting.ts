/**
 * One sitting of a quiz: what was answered so far. It is plain data that grows by one answer at a time, so that it can
 * be kept after each and a reload goes on where it stopped. Marks are not kept: they follow from the plan and the answers.
 */
import type { Instance } from "./generator.ts";
import { type Answer, type Mark, mark } from "./mark.ts";
import type { QuizPlan } from "./quiz-plan.ts";
import { type SavedAnswer, restored } from "./saved-answer.ts";

export interface Given {
  readonly answer: SavedAnswer;
  /** Milliseconds since the question was first shown. */
  readonly took: number;
}

export interface Sitting {
  readonly plan: QuizPlan;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** In the order of the questions, without a gap. */
  readonly given: readonly Given[];
}

export type Settled = Exclude<Mark, { type: "invalid" }>;

export interface Answered {
  readonly instance: Instance;
  readonly given: Given;
  readonly answer: Answer;
  readonly settled: Settled;
}

/** Each answer with its question and its mark. What was kept by another version and fits no question ends the list. */
export function answeredIn({ given }: Sitting, instances: readonly Instance[]): Answered[] {
  const answered: Answered[] = [];
  for (const [index, each] of given.entries()) {
    const instance = instances[index];
    const answer = instance === undefined ? null : restored(each.answer, instance.question);
    if (instance === undefined || answer === null) break;
    const settled = mark(instance.question, answer);
    if (settled.type === "invalid") break;
    answered.push({ instance, given: each, answer, settled });
  }
  return answered;
}

export interface Score {
  /** Questions with all points. */
  readonly right: number;
  readonly questions: number;
  /** Points, where a question may have several. */
  readonly earned: number;
  readonly total: number;
  /** Milliseconds, the questions' own together. */
  readonly took: number;
}

export function scoreOf(answered: readonly Answered[]): Score {
  const sum = (of: (each: Answered) => number) =>
    answered.reduce((total, each) => total + of(each), 0);
  return {
    right: sum(({ settled }) => (settled.type === "marked" && settled.right ? 1 : 0)),
    questions: answered.length,
    earned: sum(({ settled }) => (settled.type === "marked" ? settled.earned : 0)),
    total: sum(({ settled }) => settled.total),
    took: sum(({ given }) => given.took),
  };
}
