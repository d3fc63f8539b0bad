/**
 * Where a row's fields stand, and what its two endpoints look like. One object is reused for every
 * row: a reader fills it, and only the row somebody asks for is made into strings and objects.
 */
import type { SocketEndpoint } from "#net/socket-entry";
import { FIELD, FIELDS, type Span } from "./field.ts";
import { ADDRESS } from "./address-shape.ts";
import { NO_NUMBER } from "./endpoint-text.ts";
import { decimal } from "./line-fields.ts";

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
  /** Which of the line's entries is asked for, from 0; set before the line is read. */
  part = 0;
  /** How many entries the line holds. */
  parts = 1;
  /** Where the reader of such a line left off, so that asking for one entry after the other reads the line once. */
  readonly resume = { text: "", start: -1, part: 0, at: 0, parts: 0, after: 0 };

  clear(text: string): void {
    this.text = text;
    this.parts = 1;
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

  has(field: number): boolean {
    return this.starts[field]! >= 0;
  }

  lengthOf(field: number): number {
    return this.has(field) ? this.ends[field]! - this.starts[field]! : 0;
  }

  textOf(field: number): string | null {
    const start = this.starts[field]!;
    return start >= 0 ? this.text.slice(start, this.ends[field]) : null;
  }

  numberOf(field: number): number | null {
    const value = this.has(field)
      ? decimal(this.text, this.starts[field]!, this.ends[field]!)
      : NO_NUMBER;
    return value === NO_NUMBER ? null : value;
  }

  /** Whether the row has the field, and nothing after it. */
  endsWith(field: number): boolean {
    if (!this.has(field)) return false;
    const end = this.ends[field]!;
    return this.starts.every((start) => start < end);
  }

  local(): SocketEndpoint {
    return this.#endpoint(
      FIELD.localAddress,
      FIELD.localZone,
      FIELD.localPort,
      this.localShape,
      this.localPort,
    );
  }

  /** Whether the row shows a peer: the wildcard without a port stands for none. */
  hasPeer(): boolean {
    if (!this.has(FIELD.peerAddress)) return false;
    return this.peerShape !== ADDRESS.any || this.peerPort > 0 || this.#hasPeerService();
  }

  /** Null where the row shows no peer. */
  peer(): SocketEndpoint | null {
    if (!this.hasPeer()) return null;
    return this.#endpoint(
      FIELD.peerAddress,
      FIELD.peerZone,
      FIELD.peerPort,
      this.peerShape,
      this.peerPort,
    );
  }

  #hasPeerService(): boolean {
    return this.peerPort === NO_NUMBER && this.textOf(FIELD.peerPort) !== "*";
  }

  #endpoint(
    address: number,
    zone: number,
    port: number,
    shape: number,
    value: number,
  ): SocketEndpoint {
    const hasNumber = value !== NO_NUMBER;
    const word = hasNumber ? null : this.textOf(port);
    return {
      address: shape === ADDRESS.any ? "*" : (this.textOf(address) ?? "*"),
      zone: this.textOf(zone),
      port: hasNumber ? value : null,
      service: word === "*" ? null : word,
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
