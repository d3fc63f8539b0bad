/** A question about a beat before it has its place: what is right, and wrong guesses, the most telling first. */
import type { MisconceptionId } from "./misconception.ts";

export interface Guess {
  readonly text: string;
  readonly because: string;
  readonly belief?: MisconceptionId;
}

export interface Draft {
  /** After the cue. */
  readonly asks: string;
  readonly right: Guess;
  /** More than are offered, perhaps; those that say the same as the right one are left out. */
  readonly wrong: readonly Guess[];
  /** Where the choices have an order of their own. */
  readonly isOrdered?: true;
}

export function guess(text: string, because: string, belief?: MisconceptionId): Guess {
  return belief === undefined ? { text, because } : { text, because, belief };
}
