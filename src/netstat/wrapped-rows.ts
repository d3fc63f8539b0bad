/**
 * Rows that a window, a mail or a forum broke over several lines. The pieces are put together again and
 * offered to the reader as one line; what the lower lines add must then be columns, not prose that a
 * reader lets pass. A break stands at a blank, or inside a word where a terminal filled its last column.
 */
import type { SocketEntry } from "#net/socket-entry";
import { FIELD } from "./field.ts";
import { LineFields } from "./line-fields.ts";
import { isQuoted, MOST_MARKS } from "./quotation-marks.ts";
import type { RowFields } from "./row-fields.ts";

/** No row of a tool takes more lines of a window that is 60 columns wide. */
export const MOST_PIECES = 6;
/** Lines that are longer were broken by nobody. */
export const LONGEST_PIECE = 400;

/** Widths of windows and of mails, in columns. */
const NARROWEST = 60;
const WIDEST = 140;

/** States that RFC 9293 does not have, and the numbers of raw sockets. */
const OTHER_STATE = /^(?:\d+|Bound|BOUND|Idle|IDLE|Unbound|Unknown|Connected|UNCONN)$/;
/** Words with their names, as ss prints them. */
const NAMED = String.raw`(?:uid|ino|sk|fwmark|cgroup|v6only|tos|tclass|class_id|dev):\S+`;
/** A number in any writing, and no part of an address, an endpoint or lsof's arrow: that would be another row's, or this one's. */
const NUMBER = String.raw`(?!\S*(?:->|[.:]\S*\p{L}|\p{L}\S*[.:]|\.\S*[.:]))(?!-?>)(?:[\d\p{P}\p{S}]\S*|[\da-f]+)(?<=\d\S*)`;
const WORDS = String.raw`<->|-->|<--|---|InHost|Offload\w*|Internet\w*|Datacenter\w*|Automatic|Compat|Not|Applicable|NA|N\/A`;
/** What columns hold that nobody reads. */
const COLUMN_WORD = new RegExp(`^(?:${NAMED}|${NUMBER}|${WORDS})$`, "u");

/** Fields that tell something of the socket, wherever they stand. */
const TELLING = [
  FIELD.state,
  FIELD.pid,
  FIELD.process,
  FIELD.timer,
  FIELD.recvQ,
  FIELD.localPort,
  FIELD.peerPort,
] as const;

/** Nothing that can be a row's columns; columns that nobody reads; fields that tell something. */
export type Added = "nothing" | "rest" | "fields";

/** What stands behind `from` in a joined line, of the row that was read from it. */
export function addedBehind(
  from: number,
  isInWord: boolean,
  line: LineFields,
  row: RowFields,
  entryOf: () => SocketEntry,
): Added {
  const isBehind = (field: number) =>
    row.has(field) && (isInWord ? row.ends[field]! > from : row.starts[field]! >= from);
  if (isInWord && PORTS.some((port) => isNumberIntoName(row, port, from))) return "nothing";
  const state = row.textOf(FIELD.state);
  if (state !== null && isBehind(FIELD.state)) {
    if (!OTHER_STATE.test(state) && entryOf().state === null) return "nothing";
  }
  const left = unreadBehind(from, line, row);
  if (!left.every((word) => COLUMN_WORD.test(word))) return "nothing";
  seam.unread = left.length;
  if (TELLING.some(isBehind)) return "fields";
  if (isBehind(FIELD.program) && !row.has(FIELD.pid)) return "fields";
  return left.length > 0 ? "rest" : "nothing";
}

/** Brackets, and what joins an endpoint's parts or two endpoints. */
const BETWEEN_FIELDS = /^[()[\]%/]*[.:]?(?:->)?[()[\]%/]*$/;

/** Words behind `from` that are no part of a field. */
function unreadBehind(from: number, line: LineFields, row: RowFields): readonly string[] {
  let unread = "";
  let at = from;
  for (const { field, start, end } of row.spans(0)) {
    if (field === "rest") continue;
    if (start > at) unread += line.text.slice(at, start);
    unread += " ";
    at = Math.max(at, end);
  }
  unread += line.text.slice(at, line.end);
  return unread.split(/\s+/).filter((word) => !BETWEEN_FIELDS.test(word));
}

const PORTS = [FIELD.localPort, FIELD.peerPort] as const;

/** True where a port's number would go on as a name below the break: a word of prose, hardly a service. */
function isNumberIntoName(row: RowFields, port: (typeof PORTS)[number], from: number): boolean {
  const start = row.starts[port]!;
  const text = row.textOf(port);
  if (text === null || start < 0 || start >= from) return false;
  return /^\d+$/.test(text.slice(0, from - start)) && !/^\d+$/.test(text);
}

const piece = new LineFields();

/** How the pieces of a row were broken apart. */
export interface Seams {
  /** Where each piece's line begins. */
  readonly starts: readonly number[];
  /** Of each piece whether it goes on with the word that the piece above ends with; never of the first. */
  readonly inWord: readonly boolean[];
}

/**
 * Where the last piece of `joinedText`'s last answer begins, and where its first ends; how many words
 * `addedBehind` found there that are no part of a field.
 */
export const seam = { first: 0, last: 0, unread: 0 };

/** The pieces as one line, the first as it stands. The marks of a quotation are left out of the others. */
export function joinedText(text: string, { starts, inWord }: Seams): string {
  let joined = "";
  let isFirstQuoted = false;
  starts.forEach((start, at) => {
    piece.scan(text, start);
    if (at === 0) {
      isFirstQuoted = isQuoted(piece);
      joined = text.slice(start, piece.end);
      seam.first = joined.length;
      return;
    }
    if (isFirstQuoted) {
      for (let marks = 0; marks < MOST_MARKS && isQuoted(piece); marks += 1) piece.dropMark();
    }
    seam.last = joined.length;
    joined += (inWord[at] === true ? "" : " ") + text.slice(piece.startOf(0), piece.end);
  });
  return joined;
}

/**
 * Which pieces go on with a word: those below a line that is as long as another line near it, where none
 * near it is longer, for such lines fill a window to its last column.
 */
export function brokenWords(text: string, starts: readonly number[]): boolean[] {
  return starts.map((start, at) => {
    if (at === 0 || text.charCodeAt(start) <= 32) return false;
    piece.scan(text, starts[at - 1]!);
    return isWindowsWidth(text, piece.start, piece.end - piece.start);
  });
}

/** So many lines are looked at above and below. */
const NEAR = 8;

function isWindowsWidth(text: string, start: number, length: number): boolean {
  if (length < NARROWEST || length > WIDEST) return false;
  const above = text.slice(Math.max(0, start - NEAR * WIDEST), Math.max(0, start - 1)).split("\n");
  const below = text.slice(start, start + NEAR * WIDEST).split("\n");
  // The outermost lines may be cut.
  const near = [
    ...above.slice(start > NEAR * WIDEST ? 1 : 0).slice(-NEAR),
    ...below.slice(1, NEAR),
  ].map((line) => line.trimEnd().length);
  return near.includes(length) && near.every((other) => other <= length);
}
