/**
 * Progress as text, for what keeps it: JSON with the version of its form. Text from elsewhere is not trusted:
 * what is well-formed in it is read, and it is told apart whether that was all. A text of a later version is left
 * to that version.
 */
import {
  type Answered,
  LESSON_MOMENTS,
  type LessonTimes,
  NO_PROGRESS,
  OCCASIONS,
  OUTCOMES,
  type Progress,
  merge,
} from "./progress.ts";

/** To be raised when the form changes; `readProgress` then brings the older forms up to it. */
export const PROGRESS_VERSION = 1;

export type ReadProgress =
  /** `isWhole` is false where some of the text could not be understood. */
  | { readonly kind: "progress"; readonly progress: Progress; readonly isWhole: boolean }
  | { readonly kind: "later-version" };

export function writeProgress(progress: Progress): string {
  return JSON.stringify({ version: PROGRESS_VERSION, ...progress });
}

/** Never throws, whatever the text is. */
export function readProgress(text: string): ReadProgress {
  const data = parsed(text);
  if (!isRecord(data)) return { kind: "progress", progress: NO_PROGRESS, isWhole: false };
  const version = data["version"];
  if (typeof version === "number" && version > PROGRESS_VERSION) return { kind: "later-version" };
  let isWhole = version === PROGRESS_VERSION;
  const amiss = () => void (isWhole = false);
  const progress = {
    forgotten: timeOf(data["forgotten"], amiss) ?? 0,
    lessons: recordOf(data["lessons"], lessonTimes, amiss),
    answers: recordOf(data["answers"], answers, amiss),
  };
  // Merging puts in order what a hand may have written in any.
  return { kind: "progress", progress: merge(progress, NO_PROGRESS), isWhole };
}

type Amiss = () => void;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function lessonTimes(value: unknown, amiss: Amiss): LessonTimes {
  if (!isRecord(value)) return (amiss(), {});
  if (Object.keys(value).some((key) => !LESSON_MOMENTS.some((moment) => moment === key))) amiss();
  const times = LESSON_MOMENTS.flatMap((moment) => {
    const time = value[moment] === undefined ? null : timeOf(value[moment], amiss);
    return time === null ? [] : [[moment, time]];
  });
  return Object.fromEntries(times) as LessonTimes;
}

function answers(value: unknown, amiss: Amiss): readonly Answered[] {
  if (!Array.isArray(value)) return (amiss(), []);
  return value.flatMap((each: unknown) => answered(each) ?? (amiss(), []));
}

function answered(value: unknown): Answered | null {
  if (!isRecord(value)) return null;
  const at = timeOf(value["at"], () => {});
  const outcome = OUTCOMES.find((each) => each === value["outcome"]);
  const occasion = OCCASIONS.find((each) => each === value["occasion"]);
  if (at === null || outcome === undefined || occasion === undefined) return null;
  const beliefs = value["beliefs"];
  if (beliefs === undefined) return { at, outcome, occasion };
  if (!Array.isArray(beliefs) || !beliefs.every((each) => typeof each === "string")) return null;
  return { at, outcome, occasion, beliefs };
}

function recordOf<Value>(
  value: unknown,
  read: (value: unknown, amiss: Amiss) => Value,
  amiss: Amiss,
): Record<string, Value> {
  if (!isRecord(value)) return (amiss(), {});
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, read(each, amiss)]));
}

function timeOf(value: unknown, amiss: Amiss): number | null {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  amiss();
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
