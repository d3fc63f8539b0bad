/**
 * What a reader has read and answered, as a record that several tabs, or a file, can write apart from each other:
 * of two records `merge` makes one. It holds only times, each the latest of its kind, and answers, each with its
 * time, so that merging is commutative, associative and idempotent (a join): it does not matter who wrote first,
 * or how often. What was forgotten by wish stays forgotten: the record keeps until when. Times are milliseconds
 * since 1970, and come from the caller.
 */
import type { MisconceptionId } from "./misconception.ts";

/** Of each, the last time it happened. A test marks a lesson as known, or as one where something was missed. */
export const LESSON_MOMENTS = ["opened", "finished", "reopened", "known", "missed"] as const;
export type LessonMoment = (typeof LESSON_MOMENTS)[number];
export type LessonTimes = Readonly<Partial<Record<LessonMoment, number>>>;

export const OUTCOMES = ["right", "wrong", "not-sure"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What an answer was asked for: a guess before the lesson, a check within it, a test. */
export const OCCASIONS = ["predict", "check", "test"] as const;
export type Occasion = (typeof OCCASIONS)[number];

export interface Answered {
  readonly at: number;
  readonly outcome: Outcome;
  readonly occasion: Occasion;
  /** The misconceptions behind what was chosen. Ids of an older version of the course may be among them. */
  readonly beliefs?: readonly (MisconceptionId | (string & {}))[];
}

export interface Progress {
  /** All that happened up to this time was forgotten by the reader's wish; 0 where nothing was. */
  readonly forgotten: number;
  /** By a lesson's address, `chapter/lesson`. */
  readonly lessons: Readonly<Record<string, LessonTimes>>;
  /** By `questionKey`; each question's last answers, oldest first. */
  readonly answers: Readonly<Record<string, readonly Answered[]>>;
}

export const NO_PROGRESS: Progress = { forgotten: 0, lessons: {}, answers: {} };

/** How many answers to one question are kept: the latest. */
export const KEPT_ANSWERS = 50;

export function questionKey(lesson: string, question: string): string {
  return `${lesson}#${question}`;
}

/** What either record holds, but for what one of them has forgotten. */
export function merge(a: Progress, b: Progress): Progress {
  const forgotten = Math.max(a.forgotten, b.forgotten);
  return {
    forgotten,
    lessons: merged(a.lessons, b.lessons, (...both) => latest(both, forgotten)),
    answers: merged(a.answers, b.answers, (...both) => lastAnswers(both.flat(), forgotten)),
  };
}

/** `moment` of a lesson happened now. */
export function mark(
  progress: Progress,
  lesson: string,
  moment: LessonMoment,
  now: number,
): Progress {
  const times = progress.lessons[lesson] ?? {};
  return merge(progress, {
    ...NO_PROGRESS,
    lessons: { [lesson]: { [moment]: after(now, progress.forgotten, ...Object.values(times)) } },
  });
}

/** A question, by its key, was answered now. */
export function addAnswer(
  progress: Progress,
  key: string,
  answer: Omit<Answered, "at">,
  now: number,
): Progress {
  const last = progress.answers[key]?.at(-1)?.at ?? 0;
  const answered = { ...answer, at: after(now, progress.forgotten, last) };
  return merge(progress, { ...NO_PROGRESS, answers: { [key]: [answered] } });
}

/** Nothing of what this record holds stays, nor of what another one holds from before now. */
export function forget(progress: Progress, now: number): Progress {
  const times = [
    ...Object.values(progress.lessons).flatMap((lesson) => Object.values(lesson)),
    ...Object.values(progress.answers).flatMap((answers) => answers.map(({ at }) => at)),
  ];
  const last = times.reduce((latest, time) => Math.max(latest, time), progress.forgotten);
  return { ...NO_PROGRESS, forgotten: Math.max(now, last) };
}

export function isSame(a: Progress, b: Progress): boolean {
  return written(a) === written(b);
}

/** One text for one record, whatever order it was made in. */
function written({ forgotten, lessons, answers }: Progress): string {
  const sorted = (record: object) =>
    Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([
    forgotten,
    sorted(lessons).map(([lesson, times]) => [lesson, sorted(times as object)]),
    sorted(answers),
  ]);
}

/** `now`, or the moment after these, where a clock was set back: what is done last shall count. */
function after(now: number, ...times: readonly number[]): number {
  return Math.max(now, ...times.map((time) => time + 1));
}

/** Every key of either, with what both hold there; keys without anything left are dropped. */
function merged<Value extends object>(
  a: Readonly<Record<string, Value>>,
  b: Readonly<Record<string, Value>>,
  join: (...both: Value[]) => Value,
): Record<string, Value> {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const entries = [...keys].flatMap((key) => {
    const both = [a[key], b[key]].filter((value) => value !== undefined);
    const value = join(...both);
    return Object.keys(value).length === 0 ? [] : [[key, value] as const];
  });
  return Object.fromEntries(entries);
}

function latest(all: readonly LessonTimes[], forgotten: number): LessonTimes {
  const times: Partial<Record<LessonMoment, number>> = {};
  for (const moment of LESSON_MOMENTS) {
    const time = Math.max(...all.map((each) => each[moment] ?? 0));
    if (time > forgotten) times[moment] = time;
  }
  return times;
}

function lastAnswers(all: readonly Answered[], forgotten: number): readonly Answered[] {
  const byText = new Map(
    all.filter(({ at }) => at > forgotten).map((answer) => [answerText(answer), answer]),
  );
  return [...byText]
    .toSorted(([textA, a], [textB, b]) => a.at - b.at || (textA < textB ? -1 : 1))
    .map(([, answer]) => answer)
    .slice(-KEPT_ANSWERS);
}

function answerText({ at, outcome, occasion, beliefs = [] }: Answered): string {
  return JSON.stringify([at, outcome, occasion, beliefs]);
}
