/** What the lines read so far tell about the next one, and the ways to keep a line. */
import type { BlockDraft } from "./block-draft.ts";
import type { Corrections } from "./corrections.ts";
import type { Dialect } from "./dialect.ts";
import { BLANK, CONTINUATION, HEADING, type KeptLines } from "./kept-lines.ts";
import { OTHER_KINDS, type OtherKind } from "./line-fate.ts";
import { LineFields } from "./line-fields.ts";
import type { Section } from "./other-tables.ts";
import { RowFields } from "./row-fields.ts";

export class Reading {
  readonly kept: KeptLines;
  readonly corrections: Corrections;
  /** The line that was just scanned. */
  readonly line = new LineFields();
  readonly row = new RowFields();
  open: BlockDraft | null = null;
  section: Section | null = null;
  command = "";
  /** Whether a row of the open block stands above, or a line that says more about it. */
  follows = false;
  /** Whether the last line that was not blank is a heading. */
  isUnderHeading = false;
  /** The line that opened the record, 0 for none. */
  record = 0;
  /** The line whose row may go on in the next line, 0 for none; what reads it; whether it was a row by itself. */
  begun = 0;
  begunBy: Dialect | null = null;
  isBegunRow = false;
  /** What gave the last reason against a line. */
  whyBy: Dialect | null = null;
  /** The names of columns in the line above, and what was said of the rows before it. */
  names = "";
  aboveNames = { heading: "", layout: 0 };

  constructor(kept: KeptLines, corrections: Corrections) {
    this.kept = kept;
    this.corrections = corrections;
  }

  /** The tool a person named for this line; null where it is no listing, undefined where nobody said so. */
  get named(): Dialect | null | undefined {
    return this.corrections.named;
  }

  /** Counted from 1. */
  get lineNumber(): number {
    return this.kept.lineCount;
  }

  /** What stands above speaks for neither side of a correction's edge. */
  beginAnew(): void {
    this.open = null;
    this.section = null;
    this.follows = false;
    this.isUnderHeading = false;
  }

  openBlock(dialect: Dialect, line = this.lineNumber): BlockDraft {
    const opened = {
      dialect,
      from: line,
      to: line,
      rowCount: 0,
      heading: "",
      layout: 0,
      traits: 0,
      command: this.command,
      isNamed: this.named === dialect,
    };
    this.open = opened;
    this.record = 0;
    this.kept.drafts.push(opened);
    return opened;
  }

  /** Adds the rows that begin on `line`, with what was just read of them; returns the first. */
  addRows(dialect: Dialect, line: number, parts: number): number {
    const block = this.open?.dialect === dialect ? this.open : this.openBlock(dialect, line);
    const first = this.kept.rowCount;
    block.to = this.lineNumber;
    block.rowCount += parts;
    block.traits |= this.row.traits;
    this.section = null;
    this.follows = true;
    for (let part = 0; part < parts; part += 1) this.kept.keepRow(line);
    return first;
  }

  /** Notes that the row of the line that was just kept may go on below. */
  begin(dialect: Dialect | null, isRow: boolean): void {
    if (dialect === null || dialect.isRecord === true) return;
    this.begun = this.lineNumber;
    this.begunBy = dialect;
    this.isBegunRow = isRow;
  }

  isContinuation(): boolean {
    const { open } = this;
    return this.follows && open !== null && open.dialect.isContinuation(this.line, open.layout);
  }

  keepContinuation(block: BlockDraft): void {
    block.to = this.lineNumber;
    this.keep(CONTINUATION, 0);
  }

  note(kind: OtherKind, detail = 0): void {
    this.follows = false;
    this.keep(OTHER_KINDS.indexOf(kind), detail);
  }

  keep(kind: number, detail: number): void {
    if (kind !== BLANK) this.isUnderHeading = kind === HEADING;
    this.begun = 0;
    this.names = "";
    this.kept.keep(kind, detail);
  }
}
