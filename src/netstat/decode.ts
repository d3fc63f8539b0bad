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
import { areColumnNames, endHeading } from "./heading-words.ts";
import type { LineFate, OtherKind } from "./line-fate.ts";
import { OTHER_KINDS } from "./line-fate.ts";
import { LineFields } from "./line-fields.ts";
import { NOTE, noteOf, noteSentence } from "./line-note.ts";
import type { Block, DialectId, Listing, Row } from "./listing.ts";
import { commandOf, ownKind, wordsOf } from "./other-lines.ts";
import { continues, endsAtBlank, type Section, sectionOf } from "./other-tables.ts";
import { plainText } from "./plain-text.ts";
import { RowFields } from "./row-fields.ts";
import { isQuoted, MOST_MARKS } from "./quotation-marks.ts";
import { NOT_MINE, READ, WHY, isAnothers, isEarlyEnd, reason } from "./unreadable.ts";
import {
  type Added,
  addedBehind,
  brokenWords,
  joinedText,
  LONGEST_PIECE,
  MOST_PIECES,
  seam,
  type Seams,
} from "./wrapped-rows.ts";

/** Fates as numbers: the other kinds by their place in OTHER_KINDS, then these. */
const SOCKET = OTHER_KINDS.length;
const HEADING = SOCKET + 1;
const UNREADABLE = SOCKET + 2;
/** Lower pieces of a row that was broken: at a blank, inside a word. */
const WRAPPED = SOCKET + 3;
const WRAPPED_IN_WORD = SOCKET + 4;
const BLANK = OTHER_KINDS.indexOf("blank");
const CONTINUATION = OTHER_KINDS.indexOf("continuation");
const OPEN_BRACKET = 91;

/** Markdown's, below a listing: no piece of its last row. */
const FENCE = "```";

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

  #isRead = false;

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
  /** The line (from 1) whose row may go on in the next line, 0 for none; what reads it; whether it was a row by itself. */
  #begun = 0;
  #begunBy: Dialect | null = null;
  #isBegunRow = false;
  /** What gave the last reason against a line. */
  #whyBy: Dialect | null = null;
  /** The names of columns in the line above, and what was said of the rows before it. */
  #names = "";
  #aboveNames = { heading: "", layout: 0 };
  readonly #joined = new LineFields();
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
    if (!this.#isRead) this.blocks = this.#drafts.map(finishedBlock);
    this.#isRead = true;
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
    if (kind >= WRAPPED) return { kind: "continuation" };
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
    const first = row + this.#piecesOf(row);
    for (let n = first; n <= this.lineCount && this.#kinds.at(n - 1) === CONTINUATION; n += 1) {
      line.scan(this.text, this.#starts.at(n - 1));
      if (dialect.prefaceOf !== undefined && dialect.prefaceOf(line, layout) !== null) break;
      extended = dialect.extend!(line, extended);
    }
    return extended;
  }

  spans(i: number): readonly Span[] {
    this.#readAgain(i);
    const n = this.#rowLines.at(i);
    const isWrapped = this.#piecesOf(n) > 1;
    const room = isWrapped ? this.line(n).length : Number.POSITIVE_INFINITY;
    return this.#row.spans(this.#line.start, this.#line.start + room);
  }

  /** Fills the row's fields from its line, as when it was first read. Returns its block. */
  #readAgain(i: number): BlockDraft {
    const draft = this.#drafts[this.#rowBlocks.at(i)]!;
    const { dialect, layout } = draft;
    const line = this.#line;
    const row = this.#row;
    const n = this.#rowLines.at(i);
    this.#scanRow(n, line);
    row.part = i - this.#details.at(n - 1);
    readQuoted(dialect, line, row, layout);
    return draft;
  }

  /** How many lines the row that begins on line `n` was broken into; 1 for a row that was not. */
  #piecesOf(n: number): number {
    let pieces = 1;
    while (n + pieces <= this.lineCount && this.#kinds.at(n + pieces - 1) >= WRAPPED) pieces += 1;
    return pieces;
  }

  #scanRow(n: number, line: LineFields): void {
    const pieces = this.#piecesOf(n);
    if (pieces === 1) {
      const start = this.#starts.at(n - 1);
      // A line of many entries is split once for all of them.
      if (!line.holds(this.text, start)) line.scan(this.text, start);
      return;
    }
    const starts = Array.from({ length: pieces }, (_, piece) => this.#starts.at(n - 1 + piece));
    const inWord = starts.map((_, piece) => this.#kinds.at(n - 1 + piece) === WRAPPED_IN_WORD);
    line.scan(joinedText(this.text, { starts, inWord }), 0);
  }

  /** Gives the line that was just scanned its fate. */
  #place(): void {
    const line = this.#line;
    if (line.count === 0) {
      if (this.#section !== null && endsAtBlank(this.#section)) this.#section = null;
      this.#note("blank");
      return;
    }
    if (this.#follows && isDetail(line) && this.#isContinuation()) {
      this.#keepContinuation();
      return;
    }
    const why = this.#readRow();
    if (why === READ) return;
    if (isQuoted(line)) {
      const by = this.#whyBy;
      for (let marks = 0; marks < MOST_MARKS && isQuoted(line); marks += 1) {
        line.dropMark();
        if (this.#readRow() === READ) return;
      }
      line.scan(this.text, line.start);
      this.#whyBy = by;
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
    this.#whyBy = expected ?? null;
    if (named !== undefined) return this.#whyNotNamed(why);
    for (const dialect of GUESSED) {
      if (dialect === expected) continue;
      const answer = dialect.readRow(line, row, UNEXPECTED);
      if (answer === READ) {
        this.#keepRow(dialect);
        return READ;
      }
      if (why === NOT_MINE || (isAnothers(why) && answer > READ)) {
        why = answer;
        this.#whyBy = dialect;
      }
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
    const first = this.#addRows(dialect, this.lineCount, this.#row.parts);
    this.#keep(SOCKET, first);
    if (this.#record > 0 && dialect.prefaceOf !== undefined) this.#records.set(first, this.#record);
    this.#begin(dialect, true);
  }

  /** Adds the rows that begin on `line`, with what was just read of them; returns the first. */
  #addRows(dialect: Dialect, line: number, parts: number): number {
    if (this.#open?.dialect !== dialect) this.#openBlock(dialect, line);
    const block = this.#open!;
    const first = this.#rowLines.length;
    block.to = this.lineCount;
    block.rowCount += parts;
    block.traits |= this.#row.traits;
    this.#section = null;
    this.#follows = true;
    for (let part = 0; part < parts; part += 1) {
      this.#rowLines.push(line);
      this.#rowBlocks.push(this.#drafts.length - 1);
    }
    return first;
  }

  /** Notes that the row of the line that was just kept may go on below. */
  #begin(dialect: Dialect | null, isRow: boolean): void {
    if (dialect === null || dialect.isRecord === true) return;
    this.#begun = this.lineCount;
    this.#begunBy = dialect;
    this.#isBegunRow = isRow;
  }

  /** Puts the line to the row that begins above it, where both together are one; false where they are not. */
  #joins(): boolean {
    const first = this.#begun;
    const last = this.lineCount;
    const dialect = this.#begunBy;
    if (first === 0 || dialect === null || last - first >= MOST_PIECES) return false;
    if (this.#line.text.startsWith(FENCE, this.#line.startOf(0))) return false;
    if (this.#correctsBetween(first, last)) return false;
    const starts: number[] = [];
    for (let n = first; n <= last; n += 1) starts.push(this.#starts.at(n - 1));
    if (this.#line.end - starts[0]! > MOST_PIECES * LONGEST_PIECE) return false;
    if (this.#isBegunRow && this.#line.count === 1 && this.#line.numberOf(0) >= 0) {
      // A number alone is anything, but where a column of processes' numbers was promised.
      if (!/pid|process/i.test(this.#open?.heading ?? "")) return false;
    }
    const atBlanks = this.#added(dialect, { starts, inWord: [] });
    const inWord = atBlanks === "fields" ? [] : brokenWords(this.text, starts);
    const inside = inWord.includes(true) ? this.#added(dialect, { starts, inWord }) : "nothing";
    // Where both are rows, nothing is guessed.
    if (atBlanks !== "nothing" && inside !== "nothing") return false;
    if (atBlanks === "nothing" && inside === "nothing") return false;
    this.#keepJoined(dialect, { starts, inWord: inside === "nothing" ? [] : inWord });
    return true;
  }

  /** Reads the pieces as one row; what the lower ones add to it. */
  #added(dialect: Dialect, seams: Seams): Added {
    const line = this.#joined;
    const row = this.#row;
    const open = this.#open?.dialect === dialect ? this.#open : null;
    const text = joinedText(this.text, seams);
    line.scan(text, 0);
    row.part = 0;
    if (readQuoted(dialect, line, row, open?.layout ?? UNEXPECTED) !== READ) return "nothing";
    const context = { traits: row.traits, command: this.#command, heading: "", layout: 0, ...open };
    const place = { line: this.#begun, part: 0, record: 0, textOf: () => text };
    const entryOf = () => dialect.entry(row, context, place);
    // What was read by itself gained the last piece, what was not all but the first.
    const from = this.#isBegunRow ? seam.last : seam.first;
    return addedBehind(from, seams.inWord.length > 0, line, row, entryOf);
  }

  #keepJoined(dialect: Dialect, { starts, inWord }: Seams): void {
    const last = this.lineCount;
    const first = last - starts.length + 1;
    const kindOf = (n: number) => (inWord[n - first] === true ? WRAPPED_IN_WORD : WRAPPED);
    const { parts } = this.#row;
    if (this.#isBegunRow) {
      this.#addRows(dialect, first, parts - (this.#rowLines.length - this.#details.at(first - 1)));
    } else {
      this.#details.set(first - 1, this.#addRows(dialect, first, parts));
      this.#kinds.set(first - 1, SOCKET);
    }
    for (let n = first + 1; n < last; n += 1) {
      this.#kinds.set(n - 1, kindOf(n));
      this.#details.set(n - 1, 0);
    }
    this.#keep(kindOf(last), 0);
    this.#begun = first;
    this.#isBegunRow = true;
  }

  /** Whether a person named a tool for some of the lines from..to. */
  #correctsBetween(from: number, to: number): boolean {
    return this.#corrections.some((each) => each.from <= to && each.to >= from);
  }

  #placeOther(why: number): void {
    const line = this.#line;
    const words = wordsOf(line);
    if (this.#names !== "" && endHeading(words) && this.#joinsHeading(words)) return;
    const begun = this.#begun;
    const wasExpected = this.#follows || this.#isUnderHeading;
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
      this.#keepContinuation();
      return;
    }
    // A line that begins like another of the same rows is no piece of one.
    const isOwnRow = why > READ && this.#whyBy === this.#begunBy;
    if (!isOwnRow && this.#joins()) return;
    if (why > READ) {
      this.#follows = false;
      this.#keep(UNREADABLE, why);
      this.#goOn(begun, isEarlyEnd(why) ? this.#whyBy : null);
    } else if (this.#section !== null && continues(this.#section, line, words)) {
      this.#noteSection(this.#section);
    } else {
      this.#section = null;
      this.#note("noise", noteOf(line, words));
      this.#goOn(begun, wasExpected && line.count > 1 ? (this.#open?.dialect ?? null) : null);
      if (areColumnNames(words)) this.#setNames(words, this.#open);
    }
  }

  /** After a line that is no row: it begins one, or lies between the pieces of one. */
  #goOn(begun: number, dialect: Dialect | null): void {
    const isBetween = begun > 0 && !this.#isBegunRow && this.lineCount - begun + 1 < MOST_PIECES;
    const isExpected = dialect === this.#begunBy || dialect === this.#open?.dialect;
    if (dialect !== null && (!isBetween || isExpected)) this.#begin(dialect, false);
    else if (isBetween) this.#begun = begun;
  }

  /** Puts names of columns to those in the line above, where both together are a heading. */
  #joinsHeading(words: string): boolean {
    const names = `${this.#names} ${words}`;
    const dialect = headedDialect(names);
    if (dialect === undefined || this.#named !== undefined) return false;
    const { heading, layout } = this.#aboveNames;
    const open = this.#isUnderHeading ? this.#open : null;
    if (open !== null) {
      open.heading = heading;
      open.layout = layout;
    } else {
      this.#kinds.set(this.lineCount - 2, HEADING);
    }
    this.#placeHeading(dialect, names);
    if (open === null) this.#details.set(this.lineCount - 2, this.#drafts.length - 1);
    return true;
  }

  #setNames(words: string, above: BlockDraft | null): void {
    this.#names = words;
    this.#aboveNames = { heading: above?.heading ?? "", layout: above?.layout ?? 0 };
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

  #keepContinuation(): void {
    this.#open!.to = this.lineCount;
    this.#keep(CONTINUATION, 0);
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
    const above = { heading: block.heading, layout: block.layout };
    // A person may have named a tool that prints no such heading.
    block.layout = dialect.isHeading(words)
      ? (dialect.layoutOf?.(words, block.layout, this.#line) ?? 0)
      : block.layout;
    block.heading = block.heading === "" ? words : `${block.heading} ${words}`;
    this.#section = null;
    this.#follows = false;
    this.#keep(HEADING, this.#drafts.length - 1);
    if (areColumnNames(words)) {
      this.#names = words;
      this.#aboveNames = above;
    }
  }

  #openBlock(dialect: Dialect, line = this.lineCount): BlockDraft {
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
    this.#begun = 0;
    this.#names = "";
    this.#kinds.push(kind);
    this.#details.push(detail);
  }
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

/** Reads a row behind the marks of a quotation, or without any. */
function readQuoted(dialect: Dialect, line: LineFields, row: RowFields, layout: number): number {
  let why = dialect.readRow(line, row, layout);
  for (let marks = 0; why !== READ && marks < MOST_MARKS && isQuoted(line); marks += 1) {
    line.dropMark();
    why = dialect.readRow(line, row, layout);
  }
  return why;
}

const GUESSED = DIALECTS.filter(({ needsHeading }) => needsHeading !== true);
const RECORD_DIALECTS = DIALECTS.filter(({ prefaceOf }) => prefaceOf !== undefined);

/** A line of dashes, as some tools draw below the names of the columns. */
const isRule = (words: string) => /^-[- ]*$/.test(words);
