/** The reader's progress, kept in the browser: see kept-record.ts. */
import { answeredBy } from "#learning/answered";
import type { Mark } from "#learning/mark";
import {
  type LessonMoment,
  NO_PROGRESS,
  type Occasion,
  type Progress,
  addAnswer,
  forget,
  isSame,
  mark,
  merge,
  questionKey,
} from "#learning/progress";
import { readProgress, writeProgress } from "#learning/progress-text";
import { keptRecord } from "./kept-record.ts";

const RECORD = keptRecord<Progress>({
  key: "progress",
  none: NO_PROGRESS,
  join: merge,
  isSame,
  read(text) {
    const read = readProgress(text);
    if (read.kind === "later-version") return read;
    return { kind: "record", record: read.progress, isWhole: read.isWhole };
  },
  write: writeProgress,
});

/** The same object until something changes. */
export const currentProgress = RECORD.current;
export const progressKeeping = RECORD.keeping;
export const textsSetAside = RECORD.textsSetAside;
/** Calls back when progress changes, here or in another tab. */
export const watchProgress = RECORD.watch;

/** Something happened to a lesson, given by its address, `chapter/lesson`. */
export function noteLesson(lesson: string, moment: LessonMoment) {
  RECORD.change((progress) => mark(progress, lesson, moment, Date.now()));
}

/** A question of a lesson was answered; what could not be marked is no answer. */
export function noteAnswer(lesson: string, question: string, answer: Mark, occasion: Occasion) {
  if (answer.type === "invalid") return;
  const answered = answeredBy(answer, occasion);
  RECORD.change((progress) =>
    addAnswer(progress, questionKey(lesson, question), answered, Date.now()),
  );
}

/** What is stored and what this page knows are both gone, and other tabs forget with it. */
export function forgetProgress() {
  RECORD.change((progress) => forget(progress, Date.now()));
  RECORD.dropSetAside();
}
