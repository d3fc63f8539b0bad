/** Gives each line its fate: a row first, else what it says by itself, else what the lines above make of it. */
import { joinsHeading, noteNames, placeHeading, placePreface } from "./heading-placing.ts";
import { UNREADABLE } from "./kept-lines.ts";
import type { LineFields } from "./line-fields.ts";
import { NOTE, noteOf } from "./line-note.ts";
import { commandOf, ownKind, wordsOf } from "./other-lines.ts";
import { continues, endsAtBlank, type Section, sectionOf } from "./other-tables.ts";
import type { Reading } from "./reading.ts";
import { goOn, joins } from "./row-joining.ts";
import { placeRow } from "./row-placing.ts";
import { READ, isEarlyEnd } from "./unreadable.ts";

const OPEN_BRACKET = 91;

/** Gives the line that was just scanned its fate. */
export function place(reading: Reading): void {
  const { line } = reading;
  if (line.count === 0) {
    if (reading.section !== null && endsAtBlank(reading.section)) reading.section = null;
    reading.note("blank");
  } else if (!(reading.follows && isDetail(line) && placeContinuation(reading))) {
    const why = placeRow(reading);
    if (why !== READ) placeOther(reading, why);
  }
}

/** `why` is the first reason against a row. */
function placeOther(reading: Reading, why: number): void {
  const { line, begun } = reading;
  const words = wordsOf(line);
  const wasExpected = reading.follows || reading.isUnderHeading;
  if (joinsHeading(reading, words) || placeHeading(reading, words) || placePreface(reading)) return;
  if (placeKind(reading, words, why) || placeContinuation(reading)) return;
  // A line that begins like another of the same rows is no piece of one.
  const isOwnRow = why > READ && reading.whyBy === reading.begunBy;
  if (!isOwnRow && joins(reading)) return;
  if (why > READ) {
    reading.follows = false;
    reading.keep(UNREADABLE, why);
    goOn(reading, begun, isEarlyEnd(why) ? reading.whyBy : null);
  } else if (reading.section !== null && continues(reading.section, line, words)) {
    noteSection(reading, reading.section);
  } else {
    reading.section = null;
    reading.note("noise", noteOf(line, words));
    // No row begins without a number.
    const mayBegin = wasExpected && line.count > 1 && /\d/.test(words);
    goOn(reading, begun, mayBegin ? (reading.open?.dialect ?? null) : null);
    noteNames(reading, words);
  }
}

/** Notes a line that tells by itself what it is: a table's title, help text, an error, a prompt. */
function placeKind(reading: Reading, words: string, why: number): boolean {
  const { line } = reading;
  const section = sectionOf(line, words);
  if (section !== null) {
    // macOS goes on with sockets after the title of its multipath table.
    if (section !== "kernel") reading.open = null;
    reading.section = section;
    noteSection(reading, section);
    return true;
  }
  const own = ownKind(line, words);
  if (own === "unix") reading.section = null;
  if (own !== null && !(own === "error" && reading.isContinuation())) {
    reading.note(own);
    return true;
  }
  const command = why > READ ? null : commandOf(words);
  if (command === null) return false;
  reading.open = null;
  reading.section = null;
  reading.command = command;
  reading.note("prompt");
  return true;
}

function placeContinuation(reading: Reading): boolean {
  const { open } = reading;
  if (open === null || !reading.isContinuation()) return false;
  reading.keepContinuation(open);
  return true;
}

function noteSection(reading: Reading, section: Section): void {
  if (section === "kernel") reading.note("noise", NOTE.otherSocket);
  else reading.note(section);
}

/** Indented, and no tool's row or heading begins so: a bracket, or a small letter without a number or a capital behind it. */
function isDetail(line: LineFields): boolean {
  if (line.startOf(0) === line.start) return false;
  const first = line.firstCodeOf(0);
  if (first === OPEN_BRACKET) return true;
  if (first < 97 || first > 122) return false;
  const second = line.count > 1 ? line.firstCodeOf(1) : 0;
  return !(second >= 48 && second <= 57) && !(second >= 65 && second <= 90);
}
