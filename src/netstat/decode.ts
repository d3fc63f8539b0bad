/**
 * From pasted text to a listing, in one pass. Each line is split into fields as offsets, offered to the
 * dialects, and what became of it is kept as two numbers; nothing else is kept but where lines begin.
 * Rows are recognised by their shape, never by the heading's columns: headings lie (they are translated,
 * cut, glued). Every line gets a fate. Nothing throws, and the time is linear in the text: a line is
 * read at most once by each dialect, and patterns see no more than its first few hundred characters.
 */
import { type BlockDraft, finishedBlock } from "./block-draft.ts";
import { DecodedRow } from "./decoded-row.ts";
import type { Dialect } from "./dialect.ts";
import { DIALECTS } from "./dialects.ts";
import { FIELD, type Span } from "./field.ts";
import { GrowingArray } from "./growing-array.ts";
import type { LineFate, OtherKind } from "./line-fate.ts";
import { OTHER_KINDS } from "./line-fate.ts";
import { LineFields } from "./line-fields.ts";
import type { Block, Listing, Row } from "./listing.ts";
import {
  commandOf,
  continues,
  endsAtBlank,
  isOtherSocket,
  ownKind,
  type Section,
  sectionOf,
  wordsOf,
} from "./other-lines.ts";
import { RowFields } from "./row-fields.ts";
import { NOT_MINE, READ, reason } from "./unreadable.ts";

/** Fates as numbers: the other kinds by their place in OTHER_KINDS, then these. */
const SOCKET = OTHER_KINDS.length;
const HEADING = SOCKET + 1;
const UNREADABLE = SOCKET + 2;

/** The detail of a noise line that is a socket without an IP address. */
const OTHER_SOCKET = 1;
const OTHER_SOCKET_NOTE =
  "A socket that this reader does not list: it is of another kind (netlink, packet, raw), or it has no address yet.";

/** Marks in front of quoted rows: Select-String's, a mail's, a comment's, a diff's. */
const QUOTE_MARKS = new Set([">", ">>", "//", "#", "|", "*", "+", "-"]);

/** Never throws, whatever the text. Linear in its length. */
export function decode(text: string): Listing {
  return new DecodedListing(text);
}

class DecodedListing implements Listing {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly #drafts: BlockDraft[] = [];
  readonly #starts: GrowingArray;
  readonly #kinds: GrowingArray;
  /** Of a socket its row, of a heading its block, of an unreadable line the reason. */
  readonly #details: GrowingArray;
  readonly #rowLines: GrowingArray;
  readonly #rowBlocks: GrowingArray;
  readonly #line = new LineFields();
  readonly #row = new RowFields();

  // What the lines so far tell about the next one.
  #open: BlockDraft | null = null;
  #section: Section | null = null;
  #command = "";
  #follows = false;

  constructor(text: string) {
    this.text = text;
    const expected = Math.ceil(text.length / 60);
    this.#starts = new GrowingArray(expected);
    this.#kinds = new GrowingArray(expected);
    this.#details = new GrowingArray(expected);
    this.#rowLines = new GrowingArray(expected);
    this.#rowBlocks = new GrowingArray(expected);
    let at = 0;
    while (at < text.length) {
      this.#line.scan(text, at);
      this.#starts.push(at);
      this.#place();
      at = this.#line.next;
    }
    this.blocks = this.#drafts.map(finishedBlock);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  get rowCount(): number {
    return this.#rowLines.length;
  }

  line(n: number): string {
    const start = this.#starts.at(n - 1);
    const newLine = this.text.indexOf("\n", start);
    const end = newLine < 0 ? this.text.length : newLine;
    return this.text.slice(
      start,
      this.text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end,
    );
  }

  fate(n: number): LineFate {
    const kind = this.#kinds.at(n - 1);
    const detail = this.#details.at(n - 1);
    if (kind === SOCKET) return { kind: "socket", row: detail };
    if (kind === HEADING) return { kind: "heading", block: detail };
    if (kind === UNREADABLE) return { kind: "unreadable", why: reason(detail) };
    const other = OTHER_KINDS[kind]!;
    return detail === OTHER_SOCKET ? { kind: other, note: OTHER_SOCKET_NOTE } : { kind: other };
  }

  row(i: number): Row {
    const draft = this.#readAgain(i);
    const row = this.#row;
    return new DecodedRow(this, i, {
      line: this.#rowLines.at(i),
      block: this.#rowBlocks.at(i),
      dialect: draft.dialect.id,
      entry: draft.dialect.entry(row, draft),
      stateText: row.textOf(FIELD.state),
      truncated: draft.dialect.truncated(row, draft),
    });
  }

  spans(i: number): readonly Span[] {
    this.#readAgain(i);
    return this.#row.spans(this.#line.start);
  }

  /** Fills the row's fields from its line, as when it was first read. Returns its block. */
  #readAgain(i: number): BlockDraft {
    const draft = this.#drafts[this.#rowBlocks.at(i)]!;
    const line = this.#line;
    line.scan(this.text, this.#starts.at(this.#rowLines.at(i) - 1));
    if (draft.dialect.readRow(line, this.#row, true) !== READ) {
      line.dropFirst();
      draft.dialect.readRow(line, this.#row, true);
    }
    return draft;
  }

  /** Gives the line that was just scanned its fate. */
  #place(): void {
    const line = this.#line;
    if (line.count === 0) {
      if (this.#section !== null && endsAtBlank(this.#section)) this.#section = null;
      this.#note("blank");
      return;
    }
    const why = this.#readRow();
    if (why === READ) return;
    if (line.count > 1 && line.lengthOf(0) <= 2 && QUOTE_MARKS.has(line.textOf(0))) {
      line.dropFirst();
      if (this.#readRow() === READ) return;
      line.scan(this.text, line.start);
    }
    this.#placeOther(why);
  }

  /** Offers the line to the open block's dialect, then to the others. Returns READ, or the first reason against. */
  #readRow(): number {
    const line = this.#line;
    const row = this.#row;
    const expected = this.#open?.dialect;
    let why = NOT_MINE;
    if (expected !== undefined) {
      why = expected.readRow(line, row, true);
      if (why === READ) {
        this.#keepRow(expected);
        return READ;
      }
    }
    for (const dialect of DIALECTS) {
      if (dialect === expected) continue;
      const answer = dialect.readRow(line, row, false);
      if (answer === READ) {
        this.#keepRow(dialect);
        return READ;
      }
      if (why === NOT_MINE) why = answer;
    }
    return why;
  }

  #keepRow(dialect: Dialect): void {
    const line = this.lineCount;
    if (this.#open?.dialect !== dialect) this.#openBlock(dialect, "");
    const block = this.#open!;
    block.to = line;
    block.rowCount += 1;
    block.traits |= this.#row.traits;
    this.#section = null;
    this.#follows = true;
    this.#keep(SOCKET, this.#rowLines.length);
    this.#rowLines.push(line);
    this.#rowBlocks.push(this.#drafts.length - 1);
  }

  #placeOther(why: number): void {
    const line = this.#line;
    const words = wordsOf(line);
    const dialect = headedDialect(words);
    if (dialect !== undefined) {
      this.#placeHeading(dialect, words);
      return;
    }
    const section = sectionOf(line, words);
    if (section !== null) {
      this.#open = null;
      this.#section = section;
      this.#note(section);
      return;
    }
    const own = ownKind(line, words);
    if (own === "unix") this.#section = null;
    if (own !== null && !(this.#follows && own === "error" && this.#isContinuation())) {
      this.#note(own);
      return;
    }
    const command = why > READ ? null : commandOf(words);
    if (command !== null) {
      this.#open = null;
      this.#section = null;
      this.#command = command;
      this.#note("prompt");
      return;
    }
    if (this.#isContinuation()) {
      this.#open!.to = this.lineCount;
      this.#keep(OTHER_KINDS.indexOf("continuation"), 0);
    } else if (why > READ) {
      this.#follows = false;
      this.#keep(UNREADABLE, why);
    } else if (this.#section !== null && continues(this.#section, line, words)) {
      this.#note(this.#section);
    } else {
      this.#section = null;
      this.#note("noise", isOtherSocket(line, words) ? OTHER_SOCKET : 0);
    }
  }

  #isContinuation(): boolean {
    return this.#follows && this.#open !== null && this.#open.dialect.isContinuation(this.#line);
  }

  #placeHeading(dialect: Dialect, words: string): void {
    const isBelowTitle = this.#open?.dialect === dialect && this.#open.rowCount === 0;
    if (!isBelowTitle) this.#openBlock(dialect, words);
    const block = this.#open!;
    block.to = this.lineCount;
    block.heading = words;
    this.#section = null;
    this.#follows = false;
    this.#keep(HEADING, this.#drafts.length - 1);
  }

  #openBlock(dialect: Dialect, heading: string): void {
    const line = this.lineCount;
    const command = this.#command;
    this.#open = { dialect, from: line, to: line, rowCount: 0, heading, traits: 0, command };
    this.#drafts.push(this.#open);
  }

  #note(kind: OtherKind, detail = 0): void {
    this.#follows = false;
    this.#keep(OTHER_KINDS.indexOf(kind), detail);
  }

  #keep(kind: number, detail: number): void {
    this.#kinds.push(kind);
    this.#details.push(detail);
  }
}

/** Every heading begins with one of these letters: A, P, N, S, R, C. */
const MAYBE_HEADING = /^[apnsrc]/i;

function headedDialect(words: string): Dialect | undefined {
  return MAYBE_HEADING.test(words) ? DIALECTS.find((each) => each.isHeading(words)) : undefined;
}
