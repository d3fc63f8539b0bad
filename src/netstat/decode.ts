/**
 * From pasted text to a listing, in one pass. Each line is split into fields as offsets, offered to the
 * dialects, and what became of it is kept as two numbers; nothing else is kept but where lines begin.
 * Rows are recognised by their shape, never by the heading's columns: headings lie (they are translated,
 * cut, glued). Every line gets a fate. Nothing throws, and the time is linear in the text: a line is
 * read at most once by each dialect, and patterns see no more than its first few hundred characters.
 */
import type { SocketEntry } from "#net/socket-entry";
import { type BlockDraft, finishedBlock } from "./block-draft.ts";
import { DecodedRow } from "./decoded-row.ts";
import { type Dialect, type RowPlace, UNEXPECTED } from "./dialect.ts";
import { DIALECTS, dialectOf, headedDialect } from "./dialects.ts";
import { FIELD, type Span } from "./field.ts";
import { GrowingArray } from "./growing-array.ts";
import type { LineFate, OtherKind } from "./line-fate.ts";
import { OTHER_KINDS } from "./line-fate.ts";
import { LineFields } from "./line-fields.ts";
import { NOTE, noteOf, noteSentence } from "./line-note.ts";
import type { Block, DialectId, Listing, Row } from "./listing.ts";
import { commandOf, ownKind, wordsOf } from "./other-lines.ts";
import { continues, endsAtBlank, type Section, sectionOf } from "./other-tables.ts";
import { plainText } from "./plain-text.ts";
import { RowFields } from "./row-fields.ts";
import { NOT_MINE, READ, WHY, isAnothers, reason } from "./unreadable.ts";

/** Fates as numbers: the other kinds by their place in OTHER_KINDS, then these. */
const SOCKET = OTHER_KINDS.length;
const HEADING = SOCKET + 1;
const UNREADABLE = SOCKET + 2;
const BLANK = OTHER_KINDS.indexOf("blank");
const CONTINUATION = OTHER_KINDS.indexOf("continuation");

/** Marks in front of quoted rows: Select-String's, a mail's, a comment's, a diff's. */
const QUOTE_MARKS = new Set([">", ">>", "//", "#", "|", "*", "+", "-"]);
const HASH = 35;

/** What a person says a part of the text is. */
export interface Correction {
  /** First and last line, counted from 1, both included. */
  readonly from: number;
  readonly to: number;
  /** The tool that printed it; null where it is no listing at all. */
  readonly dialect: DialectId | null;
}

export interface DecodeOptions {
  /** Of two that overlap the one that begins first holds for the lines of both; what lies outside the text is of no matter. */
  readonly corrections?: readonly Correction[];
}

/** Never throws, whatever the text. Linear in its length. */
export function decode(text: string, options?: DecodeOptions): Listing {
  const decoding = new Decoding(text, options);
  decoding.advance(Number.POSITIVE_INFINITY);
  return decoding.listing();
}

/** The same in steps, for a text so long that somebody waits. */
export class Decoding {
  readonly #listing: DecodedListing;

  constructor(text: string, { corrections = [] }: DecodeOptions = {}) {
    this.#listing = new DecodedListing(plainText(text), corrections);
  }

  /** From 0 to 1. */
  get progress(): number {
    return this.#listing.progress;
  }

  /** Reads so many lines more; true when all are read. */
  advance(lines: number): boolean {
    return this.#listing.advance(lines);
  }

  /** Whole once `advance` gave true; before that, what was read so far. */
  listing(): Listing {
    return this.#listing;
  }
}

class DecodedListing implements Listing {
  readonly text: string;
  blocks: readonly Block[] = [];
  readonly #corrections: readonly Correction[];
  readonly #drafts: BlockDraft[] = [];
  readonly #starts: GrowingArray;
  readonly #kinds: GrowingArray;
  /** Of a socket its first row, of a heading its block, of an unreadable line the reason. */
  readonly #details: GrowingArray;
  readonly #rowLines: GrowingArray;
  readonly #rowBlocks: GrowingArray;
  /** Where a row's record begins, for the tools that print records. */
  readonly #records = new Map<number, number>();
  readonly #line = new LineFields();
  readonly #row = new RowFields();

  // What the lines so far tell about the next one.
  #at = 0;
  #open: BlockDraft | null = null;
  #section: Section | null = null;
  #command = "";
  #follows = false;
  #isUnderHeading = false;
  #record = 0;
  #correction = 0;
  #told: Correction | null = null;
  /** The tool a person named for this line; null where it is no listing, undefined where nobody said so. */
  #named: Dialect | null | undefined = undefined;

  constructor(text: string, corrections: readonly Correction[]) {
    this.text = text;
    this.#corrections = corrections
      .filter(({ from, to }) => from <= to)
      .toSorted((one, other) => one.from - other.from);
    const expected = Math.ceil(text.length / 60);
    this.#starts = new GrowingArray(expected);
    this.#kinds = new GrowingArray(expected);
    this.#details = new GrowingArray(expected);
    this.#rowLines = new GrowingArray(expected);
    this.#rowBlocks = new GrowingArray(expected);
  }

  get progress(): number {
    return this.text === "" ? 1 : Math.min(1, this.#at / this.text.length);
  }

  advance(lines: number): boolean {
    const { text } = this;
    const line = this.#line;
    let left = lines;
    while (this.#at < text.length && left > 0) {
      line.scan(text, this.#at);
      this.#starts.push(this.#at);
      if (this.#corrections.length > 0) this.#correct();
      this.#place();
      this.#at = line.next;
      left -= 1;
    }
    if (this.#at < text.length) return false;
    this.blocks = this.#drafts.map(finishedBlock);
    return true;
  }

  /** Finds what a person said about the line that was just scanned. */
  #correct(): void {
    const line = this.lineCount;
    let correction = this.#corrections[this.#correction];
    while (correction !== undefined && line > correction.to) {
      this.#correction += 1;
      correction = this.#corrections[this.#correction];
    }
    const told = correction !== undefined && line >= correction.from ? correction : null;
    if (told === this.#told) return;
    this.#told = told;
    this.#named = told?.dialect == null ? told?.dialect : dialectOf(told.dialect);
    // What stands above speaks for neither side of the edge.
    this.#open = null;
    this.#section = null;
    this.#follows = false;
    this.#isUnderHeading = false;
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
    const note = noteSentence(detail);
    return note === undefined ? { kind: other } : { kind: other, note };
  }

  row(i: number): Row {
    const draft = this.#readAgain(i);
    const { dialect } = draft;
    const row = this.#row;
    const line = this.#rowLines.at(i);
    const stateText = row.textOf(FIELD.state);
    const truncated = dialect.truncated(row, draft);
    const place: RowPlace = {
      line,
      part: row.part,
      record: this.#records.get(i) ?? 0,
      textOf: (n) => this.line(n),
    };
    let entry = dialect.entry(row, draft, place);
    if (dialect.extend !== undefined) entry = this.#extended(entry, line, dialect, draft.layout);
    return new DecodedRow(this, i, {
      line,
      block: this.#rowBlocks.at(i),
      dialect: dialect.id,
      entry,
      stateText,
      truncated,
    });
  }

  /** The entry with what the lines below its row add. */
  #extended(entry: SocketEntry, row: number, dialect: Dialect, layout: number): SocketEntry {
    const line = this.#line;
    let extended = entry;
    for (let n = row + 1; n <= this.lineCount && this.#kinds.at(n - 1) === CONTINUATION; n += 1) {
      line.scan(this.text, this.#starts.at(n - 1));
      if (dialect.prefaceOf !== undefined && dialect.prefaceOf(line, layout) !== null) break;
      extended = dialect.extend!(line, extended);
    }
    return extended;
  }

  spans(i: number): readonly Span[] {
    this.#readAgain(i);
    return this.#row.spans(this.#line.start);
  }

  /** Fills the row's fields from its line, as when it was first read. Returns its block. */
  #readAgain(i: number): BlockDraft {
    const draft = this.#drafts[this.#rowBlocks.at(i)]!;
    const { dialect, layout } = draft;
    const line = this.#line;
    const row = this.#row;
    const n = this.#rowLines.at(i);
    const start = this.#starts.at(n - 1);
    // A line of many entries is split once for all of them.
    if (!line.holds(this.text, start)) line.scan(this.text, start);
    row.part = i - this.#details.at(n - 1);
    if (dialect.readRow(line, row, layout) !== READ) {
      line.dropMark();
      dialect.readRow(line, row, layout);
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
    if (line.count > 1 && isQuoted(line)) {
      line.dropMark();
      if (this.#readRow() === READ) return;
      line.scan(this.text, line.start);
    }
    this.#placeOther(why);
  }

  /** Offers the line to the open block's dialect, then to the others. Returns READ, or the first reason against. */
  #readRow(): number {
    const line = this.#line;
    const row = this.#row;
    row.part = 0;
    const open = this.#open;
    const named = this.#named;
    const expected = named === undefined ? open?.dialect : (named ?? undefined);
    let why = NOT_MINE;
    if (expected !== undefined) {
      why = expected.readRow(line, row, open?.dialect === expected ? open.layout : 0);
      if (why === READ) {
        this.#keepRow(expected);
        return READ;
      }
    }
    if (named !== undefined) return this.#whyNotNamed(why);
    for (const dialect of DIALECTS) {
      if (dialect === expected) continue;
      const answer = dialect.readRow(line, row, UNEXPECTED);
      if (answer === READ) {
        this.#keepRow(dialect);
        return READ;
      }
      if (why === NOT_MINE || (isAnothers(why) && answer > READ)) why = answer;
    }
    return why;
  }

  /** The reason against a row that the tool a person named cannot have printed; `why` where it is none. */
  #whyNotNamed(why: number): number {
    const named = this.#named;
    if (why !== NOT_MINE || named == null) return why;
    const isRow = DIALECTS.some(
      (dialect) =>
        dialect !== named && dialect.readRow(this.#line, this.#row, UNEXPECTED) !== NOT_MINE,
    );
    return isRow ? WHY.notNamed : NOT_MINE;
  }

  #keepRow(dialect: Dialect): void {
    const line = this.lineCount;
    if (this.#open?.dialect !== dialect) this.#openBlock(dialect);
    const block = this.#open!;
    const { parts, traits } = this.#row;
    block.to = line;
    block.rowCount += parts;
    block.traits |= traits;
    this.#section = null;
    this.#follows = true;
    const first = this.#rowLines.length;
    this.#keep(SOCKET, first);
    if (this.#record > 0 && dialect.prefaceOf !== undefined) this.#records.set(first, this.#record);
    for (let part = 0; part < parts; part += 1) {
      this.#rowLines.push(line);
      this.#rowBlocks.push(this.#drafts.length - 1);
    }
  }

  #placeOther(why: number): void {
    const line = this.#line;
    const words = wordsOf(line);
    const dialect = this.#headedDialect(words);
    if (dialect !== undefined && this.#named !== null) {
      this.#placeHeading(this.#named ?? dialect, words);
      return;
    }
    if (this.#open?.rowCount === 0 && this.#isUnderHeading && isRule(words)) {
      this.#open.to = this.lineCount;
      this.#keep(HEADING, this.#drafts.length - 1);
      return;
    }
    if (this.#isPreface()) return;
    const section = sectionOf(line, words);
    if (section !== null) {
      // macOS goes on with sockets after the title of its multipath table.
      if (section !== "kernel") this.#open = null;
      this.#section = section;
      this.#noteSection(section);
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
      this.#keep(CONTINUATION, 0);
    } else if (why > READ) {
      this.#follows = false;
      this.#keep(UNREADABLE, why);
    } else if (this.#section !== null && continues(this.#section, line, words)) {
      this.#noteSection(this.#section);
    } else {
      this.#section = null;
      this.#note("noise", noteOf(line, words));
    }
  }

  /** Columns' names that several tools print belong to the title above them. */
  #headedDialect(words: string): Dialect | undefined {
    const titled = this.#isUnderHeading && this.#open?.rowCount === 0 ? this.#open.dialect : null;
    const dialect = headedDialect(words);
    return dialect !== undefined && titled?.isHeading(words) ? titled : dialect;
  }

  #isContinuation(): boolean {
    const open = this.#open;
    return this.#follows && open !== null && open.dialect.isContinuation(this.#line, open.layout);
  }

  /** Keeps a line that says something about the rows below, of a tool that prints records. */
  #isPreface(): boolean {
    const open = this.#open;
    const named = this.#named;
    for (const dialect of RECORD_DIALECTS) {
      if (named !== undefined && named !== dialect) continue;
      const isOpen = open?.dialect === dialect;
      const preface = dialect.prefaceOf!(this.#line, isOpen ? open.layout : UNEXPECTED);
      if (preface === null || (preface === "more" && !isOpen)) continue;
      if (!isOpen) this.#openBlock(dialect);
      if (preface === "record") this.#record = this.lineCount;
      this.#open!.to = this.lineCount;
      this.#section = null;
      this.#follows = false;
      this.#keep(CONTINUATION, 0);
      return true;
    }
    return false;
  }

  #placeHeading(dialect: Dialect, words: string): void {
    let block = this.#open;
    // A title and the names of the columns below it are one heading; the columns tell more.
    if (block?.rowCount === 0 && (block.dialect === dialect || this.#isUnderHeading)) {
      block.dialect = dialect;
    } else {
      block = this.#openBlock(dialect);
    }
    block.to = this.lineCount;
    // A person may have named a tool that prints no such heading.
    block.layout = dialect.isHeading(words)
      ? (dialect.layoutOf?.(words, block.layout, this.#line) ?? 0)
      : block.layout;
    block.heading = block.heading === "" ? words : `${block.heading} ${words}`;
    this.#section = null;
    this.#follows = false;
    this.#keep(HEADING, this.#drafts.length - 1);
  }

  #openBlock(dialect: Dialect): BlockDraft {
    const line = this.lineCount;
    const command = this.#command;
    const opened = {
      dialect,
      from: line,
      to: line,
      rowCount: 0,
      heading: "",
      layout: 0,
      traits: 0,
      command,
      isNamed: this.#named === dialect,
    };
    this.#open = opened;
    this.#record = 0;
    this.#drafts.push(opened);
    return opened;
  }

  #noteSection(section: Section): void {
    if (section === "kernel") this.#note("noise", NOTE.otherSocket);
    else this.#note(section);
  }

  #note(kind: OtherKind, detail = 0): void {
    this.#follows = false;
    this.#keep(OTHER_KINDS.indexOf(kind), detail);
  }

  #keep(kind: number, detail: number): void {
    if (kind !== BLANK) this.#isUnderHeading = kind === HEADING;
    this.#kinds.push(kind);
    this.#details.push(detail);
  }
}

/** A mark of its own, or a comment's that touches the row. */
const isQuoted = (line: LineFields) =>
  line.lengthOf(0) <= 2 ? QUOTE_MARKS.has(line.textOf(0)) : line.firstCodeOf(0) === HASH;

const RECORD_DIALECTS = DIALECTS.filter(({ prefaceOf }) => prefaceOf !== undefined);

/** A line of dashes, as some tools draw below the names of the columns. */
const isRule = (words: string) => /^-[- ]*$/.test(words);
