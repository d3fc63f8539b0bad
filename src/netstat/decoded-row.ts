/** A row that was asked for. Text and spans are made when somebody asks: most rows are only counted, and never shown. */
import type { SocketEntry } from "#net/socket-entry";
import type { Field, Span } from "./field.ts";
import type { DialectId, Row } from "./listing.ts";

interface RowSource {
  rowText(index: number): string;
  spans(index: number): readonly Span[];
}

type RowValues = Omit<Row, "text" | "spans">;

export class DecodedRow implements Row {
  readonly line: number;
  readonly block: number;
  readonly dialect: DialectId;
  readonly entry: SocketEntry;
  readonly stateText: string | null;
  readonly truncated: readonly Field[];
  readonly pieces: number;
  readonly #source: RowSource;
  readonly #index: number;

  constructor(source: RowSource, index: number, values: RowValues) {
    this.pieces = values.pieces;
    this.#source = source;
    this.#index = index;
    this.line = values.line;
    this.block = values.block;
    this.dialect = values.dialect;
    this.entry = values.entry;
    this.stateText = values.stateText;
    this.truncated = values.truncated;
  }

  get text(): string {
    return this.#source.rowText(this.#index);
  }

  get spans(): readonly Span[] {
    return this.#source.spans(this.#index);
  }
}
