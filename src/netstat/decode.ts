/**
 * From pasted text to a listing, in one pass. Each line is split into fields as offsets, offered to the
 * dialects, and what became of it is kept as two numbers; nothing else is kept but where lines begin.
 * Rows are recognised by their shape, never by the heading's columns: headings lie (they are translated,
 * cut, glued). Every line gets a fate. Nothing throws, and the time is linear in the text: a line is
 * read at most once by each dialect, and patterns see no more than its first few hundred characters.
 */
import { type Correction, Corrections } from "./corrections.ts";
import { DecodedListing } from "./decoded-listing.ts";
import { KeptLines } from "./kept-lines.ts";
import { place } from "./line-placing.ts";
import type { Listing } from "./listing.ts";
import { plainText } from "./plain-text.ts";
import { Reading } from "./reading.ts";

export type { Correction } from "./corrections.ts";

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
  readonly #text: string;
  readonly #reading: Reading;
  readonly #listing: DecodedListing;
  #at = 0;
  #isRead = false;

  constructor(text: string, { corrections = [] }: DecodeOptions = {}) {
    this.#text = plainText(text);
    const kept = new KeptLines(this.#text);
    this.#reading = new Reading(kept, new Corrections(corrections));
    this.#listing = new DecodedListing(kept);
  }

  /** From 0 to 1. */
  get progress(): number {
    return this.#text === "" ? 1 : Math.min(1, this.#at / this.#text.length);
  }

  /** Reads so many lines more; true when all are read. */
  advance(lines: number): boolean {
    const text = this.#text;
    const reading = this.#reading;
    const { line, kept, corrections } = reading;
    let left = lines;
    while (this.#at < text.length && left > 0) {
      line.scan(text, this.#at);
      kept.begin(this.#at);
      if (!corrections.isEmpty && corrections.moveTo(kept.lineCount)) reading.beginAnew();
      place(reading);
      this.#at = line.next;
      left -= 1;
    }
    if (this.#at < text.length) return false;
    if (!this.#isRead) this.#listing.finish();
    this.#isRead = true;
    return true;
  }

  /** Whole once `advance` gave true; before that, what was read so far. */
  listing(): Listing {
    return this.#listing;
  }
}
