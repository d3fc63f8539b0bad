/**
 * The reader's progress, kept in the browser. Several tabs may write: each change begins with what is stored,
 * merges it with what this page knows, and a page that hears of another's writing puts back what that one
 * overlooked. Where the browser keeps nothing, progress lasts as long as the page. A text that cannot be
 * understood is set aside before it is overwritten; a later version's is left alone.
 */
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
import { readStored, writeStored } from "./browser-storage.ts";

const KEY = "progress";
/** Texts that could not be understood, one after another: "progress-set-aside-1" and on. */
const ASIDE = "progress-set-aside";
const ASIDE_PLACES = [1, 2, 3, 4, 5];

/** Where progress is kept: in the browser; on this page alone, since the browser refuses; or so because a later version wrote it. */
export type Keeping = "browser" | "page" | "later-version";

const watchers = new Set<() => void>();
let held: Progress | null = null;
let keeping: Keeping = "browser";

/** The same object until something changes. */
export function currentProgress(): Progress {
  held ??= stored().progress;
  return held;
}

/** As the last reading or writing found it. */
export function progressKeeping(): Keeping {
  return keeping;
}

/** What could not be understood when it was read, and so was set aside. */
export function textsSetAside(): string[] {
  return ASIDE_PLACES.flatMap((place) => readStored(`${ASIDE}-${place}`) ?? []);
}

/** Something happened to a lesson, given by its address, `chapter/lesson`. */
export function noteLesson(lesson: string, moment: LessonMoment) {
  change((progress) => mark(progress, lesson, moment, Date.now()));
}

/** A question of a lesson was answered; what could not be marked is no answer. */
export function noteAnswer(lesson: string, question: string, answer: Mark, occasion: Occasion) {
  if (answer.type === "invalid") return;
  const answered = answeredBy(answer, occasion);
  change((progress) => addAnswer(progress, questionKey(lesson, question), answered, Date.now()));
}

/** What is stored and what this page knows are both gone, and other tabs forget with it. */
export function forgetProgress() {
  change((progress) => forget(progress, Date.now()));
  for (const place of ASIDE_PLACES) writeStored(`${ASIDE}-${place}`, null);
}

/** Calls back when progress changes, here or in another tab. */
export function watchProgress(watcher: () => void): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    // Whoever cleared what the browser keeps meant this as well.
    if (newValue === null && (key === null || key.endsWith(`:${KEY}`))) hold(NO_PROGRESS);
    else refresh();
  };
  watchers.add(watcher);
  window.addEventListener("storage", onStorage);
  // A page that comes back by "back" has heard of nothing meanwhile.
  window.addEventListener("pageshow", refresh);
  refresh();
  return () => {
    watchers.delete(watcher);
    window.removeEventListener("storage", onStorage);
    window.removeEventListener("pageshow", refresh);
  };
}

function change(make: (progress: Progress) => Progress) {
  const read = stored();
  const next = make(merge(read.progress, currentProgress()));
  if (read.isMine) keeping = isStored(next, read.aside) ? "browser" : "page";
  hold(next);
}

/** Takes over what another tab wrote. What that tab did not know of is written again. */
function refresh() {
  const read = stored();
  const both = merge(read.progress, currentProgress());
  if (read.isMine && read.aside === null && !isSame(both, read.progress))
    keeping = isStored(both, null) ? "browser" : "page";
  if (!isSame(both, currentProgress())) hold(both);
}

function hold(next: Progress) {
  held = next;
  for (const watcher of watchers) watcher();
}

interface Stored {
  readonly progress: Progress;
  /** False where a later version's record is left alone. */
  readonly isMine: boolean;
  /** The text, where it holds more than could be understood. */
  readonly aside: string | null;
}

function stored(): Stored {
  const text = readStored(KEY);
  if (text === null) return { progress: NO_PROGRESS, isMine: true, aside: null };
  const read = readProgress(text);
  if (read.kind === "later-version") {
    keeping = "later-version";
    return { progress: NO_PROGRESS, isMine: false, aside: null };
  }
  return { progress: read.progress, isMine: true, aside: read.isWhole ? null : text };
}

function isStored(progress: Progress, aside: string | null): boolean {
  return (aside === null || isSetAside(aside)) && writeStored(KEY, writeProgress(progress));
}

/** False where it can be kept nowhere: then it is not overwritten either. */
function isSetAside(text: string): boolean {
  const place = ASIDE_PLACES.find((each) => {
    const there = readStored(`${ASIDE}-${each}`);
    return there === null || there === text;
  });
  return place !== undefined && writeStored(`${ASIDE}-${place}`, text);
}
