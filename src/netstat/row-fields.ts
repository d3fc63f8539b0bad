/**
 * Where a row's fields stand, and what its two endpoints look like. One object is reused for every
 * row: a reader fills it, and only the row somebody asks for is made into strings and objects.
 */
import type { SocketEndpoint } from "#net/socket-entry";
import { FIELD, FIELDS, type Field, type Span } from "./field.ts";
import { ADDRESS, NO_NUMBER } from "./endpoint-text.ts";

export class RowFields {
  readonly starts = new Int32Array(FIELDS.length);
  readonly ends = new Int32Array(FIELDS.length);
  text = "";
  localShape = 0;
  peerShape = 0;
  localPort = NO_NUMBER;
  peerPort = NO_NUMBER;
  /** What this row tells about its whole block; the bits are the dialect's own. */
  traits = 0;

  clear(text: string): void {
    this.text = text;
    this.starts.fill(-1);
    this.traits = 0;
    this.localShape = 0;
    this.peerShape = 0;
    this.localPort = NO_NUMBER;
    this.peerPort = NO_NUMBER;
  }

  set(field: number, start: number, end: number): void {
    this.starts[field] = start;
    this.ends[field] = end;
  }

  has(field: Field): boolean {
    return this.starts[FIELD[field]]! >= 0;
  }

  lengthOf(field: Field): number {
    return this.has(field) ? this.ends[FIELD[field]]! - this.starts[FIELD[field]]! : 0;
  }

  textOf(field: Field): string | null {
    return this.has(field)
      ? this.text.slice(this.starts[FIELD[field]], this.ends[FIELD[field]])
      : null;
  }

  numberOf(field: Field): number | null {
    const text = this.textOf(field);
    return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
  }

  local(): SocketEndpoint {
    return this.#endpoint(
      "localAddress",
      "localZone",
      "localPort",
      this.localShape,
      this.localPort,
    );
  }

  /** Null where the row shows no peer, or the wildcard that stands for none. */
  peer(): SocketEndpoint | null {
    if (!this.has("peerAddress")) return null;
    if (this.peerShape === ADDRESS.any && this.peerPort <= 0 && !this.#hasPeerService())
      return null;
    return this.#endpoint("peerAddress", "peerZone", "peerPort", this.peerShape, this.peerPort);
  }

  #hasPeerService(): boolean {
    return this.peerPort === NO_NUMBER && this.has("peerPort") && this.textOf("peerPort") !== "*";
  }

  #endpoint(
    address: Field,
    zone: Field,
    port: Field,
    shape: number,
    number: number,
  ): SocketEndpoint {
    const portText = this.textOf(port);
    return {
      address: shape === ADDRESS.any ? "*" : (this.textOf(address) ?? "*"),
      zone: this.textOf(zone),
      port: number === NO_NUMBER ? null : number,
      service: number === NO_NUMBER && portText !== null && portText !== "*" ? portText : null,
    };
  }

  /** In the order of the line, counted from `lineStart`. */
  spans(lineStart: number): Span[] {
    const spans: Span[] = [];
    FIELDS.forEach((field, index) => {
      const start = this.starts[index]!;
      const end = this.ends[index]!;
      if (start >= 0 && end > start)
        spans.push({ field, start: start - lineStart, end: end - lineStart });
    });
    return spans.sort((one, other) => one.start - other.start);
  }
}
