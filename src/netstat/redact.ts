/**
 * A listing that can be shown to others: names and public addresses are replaced, always the same by the
 * same, and all that makes the listing worth showing stays: rows, states, ports, numbers of processes, who
 * talks to whom. Read again, it gives the same rows with only those values changed. Values are replaced
 * where they stand, and columns keep their places as far as there is room. A row that a window broke comes
 * back whole: where its pieces end hangs on the lengths of the values.
 *
 * Replaced: public addresses, hosts, users, and interfaces with names of their own; programs only when
 * asked. Kept: private, link-local and loopback addresses (unless asked otherwise; loopback always), numbers
 * of processes, users and inodes. What is not understood is left out: a leak is worse than a gap.
 * What this cannot know: that a program's or interface's own name tells who you are.
 */
import { hexOfAddress } from "./dialects/proc-net-address.ts";
import type { Field } from "./field.ts";
import type { LineFate } from "./line-fate.ts";
import type { Block, Listing, Row } from "./listing.ts";
import { Pseudonyms, type RedactOptions } from "./pseudonyms.ts";
import { redactedLine } from "./redact-lines.ts";
import { redactedContainer, redactedWords } from "./redact-words.ts";
import { type Piece, rewritten } from "./rewrite-line.ts";

export type { RedactOptions } from "./pseudonyms.ts";

export interface Redaction {
  readonly text: string;
  /** How many different values were replaced. */
  readonly addresses: number;
  readonly hosts: number;
  readonly users: number;
  /** Lines of which something was left out, for they are no rows. */
  readonly linesLeftOut: number;
}

/** Linear in the listing's text. */
export function redact(listing: Listing, options: RedactOptions = {}): Redaction {
  return new Redactor(listing, options).redaction();
}

class Redactor {
  readonly #listing: Listing;
  readonly #names: Pseudonyms;
  /** The block of the line that is being written: lines come in order. */
  #block = 0;

  constructor(listing: Listing, options: RedactOptions) {
    this.#listing = listing;
    this.#names = new Pseudonyms(listing, options);
  }

  redaction(): Redaction {
    const { lineCount, text, blocks } = this.#listing;
    const lines: string[] = [];
    let linesLeftOut = 0;
    let n = 1;
    while (n <= lineCount) {
      const fate = this.#listing.fate(n);
      if (fate.kind !== "socket") {
        const shown = this.#line(n, fate.kind);
        if (shown !== this.#listing.line(n) && /\(left out\)|…/.test(shown)) linesLeftOut += 1;
        lines.push(shown);
        n += 1;
        continue;
      }
      const first = this.#listing.row(fate.row);
      lines.push(this.#rows(first, fate.row));
      n += first.pieces;
      if (first.pieces === 1) continue;
      // What says more about the row comes up to it; empty lines make up for those that the row gave up.
      for (; n <= blocks[first.block]!.to && this.#isMore(n); n += 1)
        lines.push(this.#continuation(n));
      for (let piece = 1; piece < first.pieces; piece += 1) lines.push("");
    }
    // An empty line is one only where it ends.
    const end = text.endsWith("\n") || lines.at(-1) === "" ? "\n" : "";
    return { text: lines.join("\n") + end, ...this.#names.counts, linesLeftOut };
  }

  #isMore(n: number): boolean {
    return this.#listing.fate(n).kind === "continuation";
  }

  #line(n: number, kind: Exclude<LineFate["kind"], "socket">): string {
    switch (kind) {
      case "heading":
        return redactedWords(this.#listing.line(n), this.#names);
      case "continuation":
        return this.#continuation(n);
      default:
        return redactedLine(kind, this.#listing.line(n));
    }
  }

  /** For lines in their order. */
  #blockAt(n: number): Block | undefined {
    const { blocks } = this.#listing;
    while ((blocks[this.#block]?.to ?? n) < n) this.#block += 1;
    return blocks[this.#block];
  }

  #continuation(n: number): string {
    const line = this.#listing.line(n);
    if (this.#blockAt(n)?.dialect !== "lsof-fields") return redactedWords(line, this.#names);
    return line
      .split("\0")
      .map((field) => this.#lsofField(field))
      .join("\0");
  }

  /** What lsof -F prints: a value behind the letter of its kind. */
  #lsofField(field: string): string {
    const letter = field.charAt(0);
    const value = field.slice(1);
    switch (letter) {
      case "L":
        return `L${this.#names.user(value)}`;
      case "c":
        return `c${this.#names.program(value)}`;
      case "T":
        return redactedWords(field, this.#names);
      default:
        // Names here are files', or cut; the other values are numbers and short words.
        return letter !== "n" && LSOF_VALUE.test(value) ? field : `${letter}…`;
    }
  }

  /** A line's rows, the first of which is number `at`: docker prints several on one. */
  #rows(first: Row, at: number): string {
    const line = first.text;
    const replaced = new Map<number, Piece>();
    const { rowCount } = this.#listing;
    let row = first;
    for (let next = at + 1; row.line === first.line; next += 1) {
      for (const { field, start, end } of row.spans) {
        const text = this.#value(row, field, line.slice(start, end));
        replaced.set(start, { start, end, text });
      }
      if (next === rowCount) break;
      row = this.#listing.row(next);
    }
    const words = first.dialect === "docker-ps" ? redactedContainer : redactedWords;
    return rewritten(line, [...replaced.values()], (between) =>
      /[\p{L}\p{N}]/u.test(between) ? words(between, this.#names) : between,
    );
  }

  #value(row: Row, field: Field, text: string): string {
    switch (field) {
      case "localAddress":
        return this.#endpoint(row.entry.local.address, text);
      case "peerAddress":
        return this.#endpoint(row.entry.peer?.address ?? "*", text);
      case "localZone":
      case "peerZone":
        return this.#names.zone(text);
      case "user":
        return this.#names.user(text);
      case "program":
        return this.#names.program(text);
      case "process":
        return this.#process(row, text);
      case "rest":
        return redactedWords(text, this.#names);
      default:
        return text;
    }
  }

  /** `text` is the address as it stands in the line: in hexadecimal, for /proc/net. */
  #endpoint(address: string, text: string): string {
    const isHex = text !== address && /^(?:[\dA-F]{8}|[\dA-F]{32})$/.test(text);
    // A row may name a peer where its state says that it has none.
    if (address === "*") return isHex ? "0".repeat(text.length) : this.#names.address(text);
    const shown = this.#names.address(address);
    if (shown === address) return text;
    if (!isHex) return text === address ? shown : this.#names.address(text);
    const hex = hexOfAddress(shown);
    return hexOfAddress(address) === text ? hex : turned(hex);
  }

  /** users:(("nginx",pid=7,fd=6),…): the names between the quotation marks. */
  #process(row: Row, text: string): string {
    if (!text.includes('("')) return text === "-" ? text : redactedWords(text, this.#names);
    let shown = "";
    let at = 0;
    for (const { name } of row.entry.processes) {
      const start = text.indexOf('("', at);
      if (start < 0) break;
      const from = start + 2;
      const end = name === null ? from : from + name.length;
      shown += text.slice(at, from) + (name === null ? "" : this.#names.program(name));
      at = end;
    }
    const rest = text.slice(at);
    // What is cut inside a name may be a part of any name.
    return shown + (rest.includes('("') ? rest.slice(0, rest.indexOf('("') + 2) : rest);
  }
}

const LSOF_VALUE = /^(?:0[xt][\da-f;x]*|\d{1,20}|[\w -]{0,7})$/i;

/** The bytes of each 32-bit number the other way round. */
const turned = (hex: string) =>
  hex.replace(
    /(..)(..)(..)(..)/g,
    (_, a: string, b: string, c: string, d: string) => d + c + b + a,
  );
