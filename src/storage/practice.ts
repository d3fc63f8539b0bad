/** What was practised, kept in the browser as a log that grows by one line with each answer: see kept-record.ts. */
import type { Attempt, AttemptLog } from "#learning/attempt";
import {
  NO_PRACTICE,
  type PracticeRecord,
  forgetPractice,
  isSameRecord,
  joinedRecords,
  readRecord,
  recordText,
} from "#learning/practice-record";
import { keptRecord } from "./kept-record.ts";

const RECORD = keptRecord<PracticeRecord>({
  key: "practice",
  none: NO_PRACTICE,
  join: joinedRecords,
  isSame: isSameRecord,
  read(text) {
    const read = readRecord(text);
    if (read.kind === "none") return { kind: "record", record: NO_PRACTICE, isWhole: false };
    return read.kind === "record" ? { ...read, isWhole: read.unread === 0 } : read;
  },
  write: recordText,
});

/** The same object until something changes. */
export function currentLog(): AttemptLog {
  return RECORD.current().log;
}

/** A question was answered, or a flash card turned. */
export function noteAttempt(attempt: Attempt) {
  noteAttempts([attempt]);
}

/** Several at once, such as those of a file: what the log has already is not taken twice. */
export function noteAttempts(log: AttemptLog) {
  RECORD.change((record) => joinedRecords(record, { ...record, log }));
}

/** Attempts of this tab that the browser may not have kept. Those that were forgotten meanwhile stay forgotten. */
export function noteAgain(log: AttemptLog) {
  RECORD.change((record) => joinedRecords(record, { ...NO_PRACTICE, log }));
}

/** What is stored and what this page knows are both gone, and other tabs forget with it. */
export function forgetLog() {
  RECORD.change((record) => forgetPractice(record, Date.now()));
  RECORD.dropSetAside();
}

/** Calls back when the log changes, here or in another tab. */
export const watchLog = RECORD.watch;
export const logKeeping = RECORD.keeping;
export const logTextsSetAside = RECORD.textsSetAside;
