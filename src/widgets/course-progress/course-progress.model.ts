/** The course with what was read of it: what the map draws, and what to go on with. */
import type { Progress } from "#learning/progress";
import {
  type ReadingState,
  hasBegun,
  isDone,
  lessonToGoOnWith,
  readingState,
} from "#learning/reading-state";

export interface CourseLesson {
  /** `chapter/lesson`, by which progress knows it. */
  readonly address: string;
  readonly title: string;
  /** Reading time. */
  readonly minutes: number;
}

/** Each lesson with how far it was read. */
export function readLessons<Lesson extends CourseLesson>(
  lessons: readonly Lesson[],
  progress: Progress,
): (Lesson & { readonly state: ReadingState })[] {
  return lessons.map((lesson) => ({ ...lesson, state: readingState(progress, lesson.address) }));
}

/** "6 lessons, 46 minutes" before anything is done, then "2 of 6 lessons done, 31 minutes left". */
export function extentOf(
  lessons: readonly { readonly minutes: number; readonly state: ReadingState }[],
): string {
  const left = lessons.filter(({ state }) => !isDone(state));
  const done = lessons.length - left.length;
  if (done === 0) return `${counted(lessons.length, "lesson")}, ${duration(minutesOf(lessons))}`;
  if (left.length === 0) return `All ${counted(lessons.length, "lesson")} done`;
  return `${done} of ${counted(lessons.length, "lesson")} done, ${duration(minutesOf(left))} left`;
}

export type GoOn<Lesson> =
  | { readonly kind: "start" | "go-on"; readonly lesson: Lesson; readonly extent: string }
  | { readonly kind: "all-done"; readonly extent: string };

/** What to read next, with how much of the whole is left. Null for a course without lessons. */
export function goOn<Lesson extends CourseLesson>(
  lessons: readonly Lesson[],
  progress: Progress,
): GoOn<Lesson> | null {
  const extent = extentOf(readLessons(lessons, progress));
  if (lessons.length === 0) return null;
  const next = lessonToGoOnWith(
    progress,
    lessons.map(({ address }) => address),
  );
  const lesson = lessons.find(({ address }) => address === next);
  if (lesson === undefined) return { kind: "all-done", extent };
  return { kind: hasBegun(progress) ? "go-on" : "start", lesson, extent };
}

/** "46 minutes", "1 hour 5 minutes". */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    ...(hours > 0 ? [counted(hours, "hour")] : []),
    ...(rest > 0 || hours === 0 ? [counted(rest, "minute")] : []),
  ];
  return parts.join(" ");
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function minutesOf(lessons: readonly { readonly minutes: number }[]): number {
  return lessons.reduce((sum, { minutes }) => sum + minutes, 0);
}
