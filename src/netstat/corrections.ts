/** What a person says of parts of a text, followed line by line as the text is read. */
import type { Dialect } from "./dialect.ts";
import { dialectOf } from "./dialects.ts";
import type { DialectId } from "./listing.ts";

/** What a person says a part of the text is. */
export interface Correction {
  /** First and last line, counted from 1, both included. */
  readonly from: number;
  readonly to: number;
  /** The tool that printed it; null where it is no listing at all. */
  readonly dialect: DialectId | null;
}

export class Corrections {
  readonly #corrections: readonly Correction[];
  #next = 0;
  #told: Correction | null = null;
  /** The tool a person named for this line; null where it is no listing, undefined where nobody said so. */
  named: Dialect | null | undefined = undefined;

  constructor(corrections: readonly Correction[]) {
    this.#corrections = corrections
      .filter(({ from, to }) => from <= to)
      .toSorted((one, other) => one.from - other.from);
  }

  get isEmpty(): boolean {
    return this.#corrections.length === 0;
  }

  /** Finds what was said about `line`, no line above those before; true at the edge of a part. */
  moveTo(line: number): boolean {
    let correction = this.#corrections[this.#next];
    while (correction !== undefined && line > correction.to) {
      this.#next += 1;
      correction = this.#corrections[this.#next];
    }
    const told = correction !== undefined && line >= correction.from ? correction : null;
    if (told === this.#told) return false;
    this.#told = told;
    this.named = told?.dialect == null ? told?.dialect : dialectOf(told.dialect);
    return true;
  }

  /** Whether something was said about some of the lines from..to. */
  touch(from: number, to: number): boolean {
    return this.#corrections.some((each) => each.from <= to && each.to >= from);
  }
}
