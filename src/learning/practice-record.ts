/**
 * The log of what was practised, as the browser or a file keeps it: its lines under a heading that tells the form, and
 * until when all was forgotten by wish. Of two records `joinedRecords` makes one: commutative, associative and idempotent,
 * so that it does not matter who wrote first, or how often. What was forgotten stays forgotten, and can still be brought
 * in from a file: lines of a record that knows of the forgetting are never dropped for their age.
 */
import { type AttemptLog, joined, logText, readLog } from "./attempt.ts";

export interface PracticeRecord {
  /** When all was last forgotten, in milliseconds since 1970; 0 where it never was. */
  readonly forgotten: number;
  readonly log: AttemptLog;
}

export const NO_PRACTICE: PracticeRecord = { forgotten: 0, log: [] };

/** To be raised when the form changes; `readRecord` then brings the older forms up to it. */
const FORM = 1;
const HEADING = /^Ports of Call, practice, form (\d{1,9}), forgotten (\d{1,16})$/;

/** `one` itself where `other` adds nothing to it. */
export function joinedRecords(one: PracticeRecord, other: PracticeRecord): PracticeRecord {
  const forgotten = Math.max(one.forgotten, other.forgotten);
  const left = (record: PracticeRecord) =>
    record.forgotten === forgotten ? record.log : record.log.filter(({ at }) => at > forgotten);
  const log = joined(left(one), left(other));
  return forgotten === one.forgotten && log === one.log ? one : { forgotten, log };
}

/** Nothing of what this record holds stays, nor of what another one, that does not know of it, holds from before now. */
export function forgetPractice({ forgotten, log }: PracticeRecord, now: number): PracticeRecord {
  const last = log.reduce((latest, { at }) => Math.max(latest, at), forgotten + 1);
  return { forgotten: Math.max(now, last), log: [] };
}

export function isSameRecord(one: PracticeRecord, other: PracticeRecord): boolean {
  if (one.forgotten !== other.forgotten || one.log.length !== other.log.length) return false;
  return joinedRecords(one, other) === one;
}

export function recordText({ forgotten, log }: PracticeRecord): string {
  return `Ports of Call, practice, form ${FORM}, forgotten ${forgotten}\n${logText(log)}\n`;
}

export type ReadRecord =
  /** `unread` lines could not be understood: a newer version may have written them, or a hand. */
  | { readonly kind: "record"; readonly record: PracticeRecord; readonly unread: number }
  | { readonly kind: "later-version" }
  | { readonly kind: "none" };

/** Never throws, whatever the text is. */
export function readRecord(text: string): ReadRecord {
  const [first = ""] = /^[^\r\n]*/.exec(text) ?? [];
  // Trimming takes off the mark that an editor on Windows puts first, too.
  const [, form, forgotten] = HEADING.exec(first.trim()) ?? [];
  if (form === undefined) return { kind: "none" };
  if (Number(form) > FORM) return { kind: "later-version" };
  const { log, unread } = readLog(text.slice(first.length));
  return { kind: "record", record: { forgotten: Number(forgotten), log }, unread };
}
