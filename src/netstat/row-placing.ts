/** Offers a line to the dialects. Nearly every line of a long listing is a row, and taken by the first that is asked. */
import { type Dialect, UNEXPECTED } from "./dialect.ts";
import { DIALECTS } from "./dialects.ts";
import { SOCKET } from "./kept-lines.ts";
import { isQuoted, MOST_MARKS } from "./quotation-marks.ts";
import type { Reading } from "./reading.ts";
import { NOT_MINE, READ, WHY, isAnothers } from "./unreadable.ts";

const GUESSED = DIALECTS.filter(({ needsHeading }) => needsHeading !== true);

/** Keeps the line as a row, behind the marks of a quotation or without; returns READ, or the first reason against. */
export function placeRow(reading: Reading): number {
  const { line } = reading;
  const why = readRow(reading);
  if (why === READ || !isQuoted(line)) return why;
  const by = reading.whyBy;
  for (let marks = 0; marks < MOST_MARKS && isQuoted(line); marks += 1) {
    line.dropMark();
    if (readRow(reading) === READ) return READ;
  }
  line.scan(line.text, line.start);
  reading.whyBy = by;
  return why;
}

/** Offers the line to the open block's dialect, then to the others. Returns READ, or the first reason against. */
function readRow(reading: Reading): number {
  const { line, row, open, named } = reading;
  row.part = 0;
  const expected = named === undefined ? open?.dialect : (named ?? undefined);
  let why = NOT_MINE;
  if (expected !== undefined) {
    why = expected.readRow(line, row, open?.dialect === expected ? open.layout : 0);
    if (why === READ) {
      keepRow(reading, expected);
      return READ;
    }
  }
  reading.whyBy = expected ?? null;
  if (named !== undefined) return whyNotNamed(reading, named, why);
  for (const dialect of GUESSED) {
    if (dialect === expected) continue;
    const answer = dialect.readRow(line, row, UNEXPECTED);
    if (answer === READ) {
      keepRow(reading, dialect);
      return READ;
    }
    if (why === NOT_MINE || (isAnothers(why) && answer > READ)) {
      why = answer;
      reading.whyBy = dialect;
    }
  }
  return why;
}

/** The reason against a row that the tool a person named cannot have printed; `why` where it is none. */
function whyNotNamed({ line, row }: Reading, named: Dialect | null, why: number): number {
  if (why !== NOT_MINE || named === null) return why;
  const isRow = DIALECTS.some(
    (dialect) => dialect !== named && dialect.readRow(line, row, UNEXPECTED) !== NOT_MINE,
  );
  return isRow ? WHY.notNamed : NOT_MINE;
}

function keepRow(reading: Reading, dialect: Dialect): void {
  const first = reading.addRows(dialect, reading.lineNumber, reading.row.parts);
  reading.keep(SOCKET, first);
  if (reading.record > 0 && dialect.prefaceOf !== undefined) {
    reading.kept.records.set(first, reading.record);
  }
  reading.begin(dialect, true);
}
