/** A row that was asked for. Spans are made when somebody asks: most rows are only counted, and never shown. */
import type { SocketEntry } from "#net/socket-entry";
import type { Field, Span } from "./field.ts";
import type { DialectId, Row } from "./listing.ts";

interface SpanSource {
  spans(index: number): readonly Span[];
}

type RowValues = Omit<Row, "spans">;

export class DecodedRow implements Row {
  readonly line: number;
  readonly block: number;
  readonly dialect: DialectId;
  readonly entry: SocketEntry;
  readonly stateText: string | null;
  readonly truncated: readonly Field[];
  readonly #source: SpanSource;
  readonly #index: number;

  constructor(source: SpanSource, index: number, values: RowValues) {
    this.#source = source;
    this.#index = index;
    this.line = values.line;
    this.block = values.block;
    this.dialect = values.dialect;
    this.entry = values.entry;
    this.stateText = values.stateText;
    this.truncated = values.truncated;
  }

  get spans(): readonly Span[] {
    return this.#source.spans(this.#index);
  }
}
