/** Where a reader stands in a course, judged from what was read and answered. Lessons are given by address, in reading order. */
import { type Progress, questionKey } from "./progress.ts";

export type ReadingState = "not-begun" | "begun" | "known" | "finished";

/**
 * A lesson that a test showed to be known counts as known until a later test misses something; one that was
 * finished counts as finished until the reader takes that back.
 */
export function readingState(progress: Progress, lesson: string): ReadingState {
  const times = progress.lessons[lesson] ?? {};
  if (isLater(times.finished, times.reopened)) return "finished";
  if (isLater(times.known, times.missed)) return "known";
  return times.opened === undefined ? "not-begun" : "begun";
}

/** Finished or known: there is no need to read it any more. */
export function isDone(state: ReadingState): boolean {
  return state === "finished" || state === "known";
}

/**
 * The lesson to go on with: the one opened last if it is still to be finished, otherwise the next after it that is,
 * then the first that is. Null where all are done.
 */
export function lessonToGoOnWith(progress: Progress, lessons: readonly string[]): string | null {
  const opened = (lesson: string) => progress.lessons[lesson]?.opened ?? 0;
  const last = lessons.reduce(
    (latest, lesson, index) => (opened(lesson) > opened(lessons[latest] ?? "") ? index : latest),
    0,
  );
  const fromThere = [...lessons.slice(last), ...lessons.slice(0, last)];
  return fromThere.find((lesson) => !isDone(readingState(progress, lesson))) ?? null;
}

/** Whether a lesson was ever opened, finished or found known. */
export function hasBegun(progress: Progress): boolean {
  return Object.keys(progress.lessons).length > 0;
}

/** How many of a lesson's questions, by their ids, were answered in any way. */
export function countAnswered(
  progress: Progress,
  lesson: string,
  questions: readonly string[],
): number {
  return questions.filter((question) => questionKey(lesson, question) in progress.answers).length;
}

function isLater(time: number | undefined, than: number | undefined): boolean {
  return time !== undefined && time > (than ?? 0);
}
