/** What is kept of a text's lines and rows: a few numbers each, never objects. Lines count from 1, rows and blocks from 0. */
import type { BlockDraft } from "./block-draft.ts";
import { GrowingArray } from "./growing-array.ts";
import { OTHER_KINDS } from "./line-fate.ts";
import type { Seams } from "./wrapped-rows.ts";

/** Fates as numbers: the other kinds by their place in OTHER_KINDS, then these. */
export const SOCKET = OTHER_KINDS.length;
export const HEADING = SOCKET + 1;
export const UNREADABLE = SOCKET + 2;
/** Lower pieces of a row that was broken: at a blank, inside a word. */
export const WRAPPED = SOCKET + 3;
export const WRAPPED_IN_WORD = SOCKET + 4;
export const BLANK = OTHER_KINDS.indexOf("blank");
export const CONTINUATION = OTHER_KINDS.indexOf("continuation");

export class KeptLines {
  readonly text: string;
  readonly drafts: BlockDraft[] = [];
  readonly #starts: GrowingArray;
  readonly #kinds: GrowingArray;
  readonly #details: GrowingArray;
  readonly #rowLines: GrowingArray;
  readonly #rowBlocks: GrowingArray;
  /** Of a row the line where its record begins, for the tools that print records. */
  readonly records = new Map<number, number>();

  constructor(text: string) {
    this.text = text;
    const expected = Math.ceil(text.length / 60);
    this.#starts = new GrowingArray(expected);
    this.#kinds = new GrowingArray(expected);
    this.#details = new GrowingArray(expected);
    this.#rowLines = new GrowingArray(expected);
    this.#rowBlocks = new GrowingArray(expected);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  get rowCount(): number {
    return this.#rowLines.length;
  }

  /** A line begins; `keep` is to follow. */
  begin(start: number): void {
    this.#starts.push(start);
  }

  keep(kind: number, detail: number): void {
    this.#kinds.push(kind);
    this.#details.push(detail);
  }

  keepAgain(line: number, kind: number, detail: number): void {
    this.#kinds.set(line - 1, kind);
    this.#details.set(line - 1, detail);
  }

  keepRow(line: number): void {
    this.#rowLines.push(line);
    this.#rowBlocks.push(this.drafts.length - 1);
  }

  /** Offset of the line's first character. */
  startOf(line: number): number {
    return this.#starts.at(line - 1);
  }

  kindOf(line: number): number {
    return this.#kinds.at(line - 1);
  }

  /** Of a socket its first row, of a heading its block, of an unreadable line the reason, of noise its note. */
  detailOf(line: number): number {
    return this.#details.at(line - 1);
  }

  lineOf(row: number): number {
    return this.#rowLines.at(row);
  }

  blockOf(row: number): number {
    return this.#rowBlocks.at(row);
  }

  /** How many lines the row that begins on `line` was broken into; 1 for a row that was not. */
  piecesOf(line: number): number {
    let pieces = 1;
    while (line + pieces <= this.lineCount && this.kindOf(line + pieces) >= WRAPPED) pieces += 1;
    return pieces;
  }

  /** How the row that begins on `line` was broken. */
  seamsOf(line: number, pieces: number): Seams {
    const lines = Array.from({ length: pieces }, (_, piece) => line + piece);
    return {
      starts: lines.map((each) => this.startOf(each)),
      inWord: lines.map((each) => this.kindOf(each) === WRAPPED_IN_WORD),
    };
  }
}
