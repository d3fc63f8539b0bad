/** A listing over the few numbers that are kept of each line: its rows are made by reading their lines again. */
import type { SocketEntry } from "#net/socket-entry";
import { type BlockDraft, finishedBlock } from "./block-draft.ts";
import { DecodedRow } from "./decoded-row.ts";
import type { Dialect, RowPlace } from "./dialect.ts";
import { FIELD, type Span } from "./field.ts";
import {
  CONTINUATION,
  HEADING,
  type KeptLines,
  SOCKET,
  UNREADABLE,
  WRAPPED,
} from "./kept-lines.ts";
import { type LineFate, OTHER_KINDS } from "./line-fate.ts";
import { LineFields } from "./line-fields.ts";
import { noteSentence } from "./line-note.ts";
import type { Block, Listing, Row } from "./listing.ts";
import { readQuoted } from "./quoted-row.ts";
import { RowFields } from "./row-fields.ts";
import { reason } from "./unreadable.ts";
import { joinedText } from "./wrapped-rows.ts";

export class DecodedListing implements Listing {
  readonly text: string;
  /** None until the text is read. */
  blocks: readonly Block[] = [];
  readonly #kept: KeptLines;
  readonly #line = new LineFields();
  readonly #row = new RowFields();

  constructor(kept: KeptLines) {
    this.text = kept.text;
    this.#kept = kept;
  }

  /** To be called once, when every line is kept. */
  finish(): void {
    this.blocks = this.#kept.drafts.map(finishedBlock);
  }

  get lineCount(): number {
    return this.#kept.lineCount;
  }

  get rowCount(): number {
    return this.#kept.rowCount;
  }

  line(n: number): string {
    const start = this.#kept.startOf(n);
    const newLine = this.text.indexOf("\n", start);
    const end = newLine < 0 ? this.text.length : newLine;
    return this.text.slice(
      start,
      this.text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end,
    );
  }

  fate(n: number): LineFate {
    const kind = this.#kept.kindOf(n);
    const detail = this.#kept.detailOf(n);
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
    const line = this.#kept.lineOf(i);
    const stateText = row.textOf(FIELD.state);
    const truncated = dialect.truncated(row, draft);
    const place: RowPlace = {
      line,
      part: row.part,
      record: this.#kept.records.get(i) ?? 0,
      textOf: (n) => this.line(n),
    };
    let entry = dialect.entry(row, draft, place);
    if (dialect.extend !== undefined) entry = this.#extended(entry, line, dialect, draft.layout);
    return new DecodedRow(this, i, {
      line,
      block: this.#kept.blockOf(i),
      dialect: dialect.id,
      entry,
      stateText,
      truncated,
      pieces: this.#kept.piecesOf(line),
    });
  }

  /** The entry with what the lines below its row add. */
  #extended(entry: SocketEntry, row: number, dialect: Dialect, layout: number): SocketEntry {
    const kept = this.#kept;
    const line = this.#line;
    let extended = entry;
    const first = row + kept.piecesOf(row);
    for (let n = first; n <= kept.lineCount && kept.kindOf(n) === CONTINUATION; n += 1) {
      line.scan(this.text, kept.startOf(n));
      if (dialect.prefaceOf !== undefined && dialect.prefaceOf(line, layout) !== null) break;
      extended = dialect.extend!(line, extended);
    }
    return extended;
  }

  rowText(i: number): string {
    const n = this.#kept.lineOf(i);
    const pieces = this.#kept.piecesOf(n);
    return pieces > 1 ? joinedText(this.text, this.#kept.seamsOf(n, pieces)) : this.line(n);
  }

  spans(i: number): readonly Span[] {
    this.#readAgain(i);
    return this.#row.spans(this.#line.start);
  }

  /** Fills the row's fields from its line, as when it was first read. Returns its block. */
  #readAgain(i: number): BlockDraft {
    const kept = this.#kept;
    const draft = kept.drafts[kept.blockOf(i)]!;
    const n = kept.lineOf(i);
    this.#scanRow(n);
    this.#row.part = i - kept.detailOf(n);
    readQuoted(draft.dialect, this.#line, this.#row, draft.layout);
    return draft;
  }

  #scanRow(n: number): void {
    const kept = this.#kept;
    const line = this.#line;
    const pieces = kept.piecesOf(n);
    if (pieces > 1) {
      line.scan(joinedText(this.text, kept.seamsOf(n, pieces)), 0);
      return;
    }
    const start = kept.startOf(n);
    // A line of many entries is split once for all of them.
    if (!line.holds(this.text, start)) line.scan(this.text, start);
  }
}
