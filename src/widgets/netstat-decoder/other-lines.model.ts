/** Every line that is no socket's row, with what it was taken for: nothing pasted is dropped in silence. */
import { type LineFate, fateSentence } from "#netstat/line-fate";
import type { Listing } from "#netstat/listing";
import { unixSocketOf } from "#netstat/unix-socket";
import { visibleText } from "./visible-text.model.ts";

export interface OtherLine {
  /** Counts from 1. */
  readonly number: number;
  readonly text: string;
}

/** Neighbouring lines of one fate. */
export interface OtherGroup {
  readonly first: number;
  readonly last: number;
  /** Whether the reader knows what these lines are. */
  readonly understood: boolean;
  readonly why: string;
  /** Empty for blank lines. */
  readonly lines: readonly OtherLine[];
}

export interface OtherLines {
  readonly groups: readonly OtherGroup[];
  /** How many lines are shown in the groups. */
  readonly shown: number;
  /** Whether there are more than were asked for. */
  readonly more: boolean;
}

/** How many other lines are shown before somebody asks for more. */
export const LINES_AT_ONCE = 200;

const LONGEST_LINE = 240;

/** The first `limit` lines that are no rows. Blank lines at the text's end are left out: they say nothing. */
export function otherLines(listing: Listing, limit: number): OtherLines {
  const groups: {
    first: number;
    last: number;
    understood: boolean;
    why: string;
    lines: OtherLine[];
  }[] = [];
  let shown = 0;
  let end = listing.lineCount;
  while (end > 0 && listing.fate(end).kind === "blank") end -= 1;
  for (let number = 1; number <= end; number += 1) {
    const fate = listing.fate(number);
    if (fate.kind === "socket" || isListedApart(listing, number, fate)) continue;
    if (shown === limit) return { groups, shown, more: true };
    shown += 1;
    const why = fateSentence(fate);
    const previous = groups.at(-1);
    let group = previous;
    if (group === undefined || group.why !== why || group.last !== number - 1) {
      group = { first: number, last: number, understood: isKnown(fate), why, lines: [] };
      groups.push(group);
    }
    group.last = number;
    if (fate.kind !== "blank")
      group.lines.push({ number, text: visibleText(listing.line(number), LONGEST_LINE) });
  }
  return { groups, shown, more: false };
}

/** UNIX-domain sockets have a list of their own. */
function isListedApart(listing: Listing, number: number, { kind }: LineFate): boolean {
  return kind === "unix" && unixSocketOf(listing.line(number)) !== null;
}

function isKnown(fate: LineFate): boolean {
  return fate.kind !== "noise" && fate.kind !== "unreadable";
}
