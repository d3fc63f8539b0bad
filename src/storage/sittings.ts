/** Sittings of quizzes, kept in the browser after each answer, and the best drill: see kept-record.ts. */
import {
  type DrillBest,
  NO_SITTINGS,
  type SittingRecord,
  joinedSittings,
  readSittingRecord,
  sittingRecordText,
} from "#learning/sitting-record";
import type { Sitting } from "#learning/quiz-sitting";
import { keptRecord } from "./kept-record.ts";

const RECORD = keptRecord<SittingRecord>({
  key: "sittings",
  none: NO_SITTINGS,
  join: joinedSittings,
  isSame: (one, other) => sittingRecordText(one) === sittingRecordText(other),
  read: readSittingRecord,
  write: sittingRecordText,
});

/** The same object until something changes. */
export const currentSittings = RECORD.current;
/** Calls back when the record changes, here or in another tab. */
export const watchSittings = RECORD.watch;
/** As the last reading or writing found it. */
export const sittingsKeeping = RECORD.keeping;

export function keepSitting(sitting: Sitting) {
  RECORD.change((record) => joinedSittings(record, { sittings: [sitting], best: null }));
}

/** Counts where it is better than what was kept. */
export function noteDrill(best: DrillBest) {
  RECORD.change((record) => joinedSittings(record, { sittings: [], best }));
}
