/**
 * Questions as data: a prompt, its choices, and for every choice the reason it is right or wrong.
 * Text may hold `code` between backticks; nothing else is marked up.
 */
import type { MisconceptionId } from "./misconception.ts";

export interface Choice {
  readonly text: string;
  readonly right?: true;
  /** Why this choice is right, or what makes it tempting and why it is wrong. */
  readonly because: string;
  /** The belief behind a wrong choice, where the course has a name for it. */
  readonly belief?: MisconceptionId;
}

interface QuestionBase {
  /** Unique within its lesson; kebab-case. */
  readonly id: string;
  readonly prompt: string;
  /** Lines off a terminal that the prompt speaks of. */
  readonly listing?: string;
}

export interface ChooseOne extends QuestionBase {
  readonly kind: "choose-one";
  readonly choices: readonly Choice[];
}

export interface ChooseSeveral extends QuestionBase {
  readonly kind: "choose-several";
  readonly choices: readonly Choice[];
}

export interface TypeNumber extends QuestionBase {
  readonly kind: "type-number";
  /** The number asked for is a port: anything above 65535 gets a hint instead of a mark. */
  readonly asks?: "port";
  /** A whole number from 0 up. */
  readonly answer: number;
  /** Why the answer is right. */
  readonly because: string;
  /** Wrong numbers worth an answer of their own. */
  readonly near: readonly {
    readonly value: number;
    readonly because: string;
    readonly belief?: MisconceptionId;
  }[];
}

/** Put each item into one of the bins, such as a port into its range. */
export interface SortInto extends QuestionBase {
  readonly kind: "sort-into";
  /** What a bin holds is told by its text: two to five of them. */
  readonly bins: readonly string[];
  readonly items: readonly {
    readonly text: string;
    /** Index of the right bin. */
    readonly bin: number;
    /** Why it belongs there. */
    readonly because: string;
    /** Wrong bins worth an answer of their own. */
    readonly near?: readonly {
      readonly bin: number;
      readonly because: string;
      readonly belief?: MisconceptionId;
    }[];
  }[];
}

/** Put the items in order, such as the calls of a server. */
export interface PutInOrder extends QuestionBase {
  readonly kind: "put-in-order";
  /** In the right order, the only one that is right. */
  readonly items: readonly {
    readonly text: string;
    /** Why it stands after the item before it; of the first, why it is first. */
    readonly because: string;
  }[];
  /** In which order they are shown at first: a permutation of the items' indexes, and not the right one. */
  readonly shown: readonly number[];
}

/** Point at one place in the listing, such as a field of a row or a row that cannot be. */
export interface PointAt extends QuestionBase {
  readonly kind: "point-at";
  readonly listing: string;
  /** In the listing's order, without overlap. `text` says what the place is: "the peer's port, 443". */
  readonly choices: readonly (Choice & {
    /** Character offsets into the listing, the end excluded. */
    readonly from: number;
    readonly to: number;
  })[];
}

/** Complete a row, or answer in a word: one gap, filled by typing. */
export interface TypeText extends QuestionBase {
  readonly kind: "type-text";
  /** The text around the gap, as it stands in the terminal; empty where there is none. */
  readonly before: string;
  readonly after: string;
  readonly answer: string;
  /** Other spellings that are as right. Case and spaces never count. */
  readonly accepts: readonly string[];
  readonly because: string;
  /** Wrong texts worth an answer of their own. */
  readonly near: readonly {
    readonly value: string;
    readonly because: string;
    readonly belief?: MisconceptionId;
  }[];
}

export type Question =
  | ChooseOne
  | ChooseSeveral
  | TypeNumber
  | SortInto
  | PutInOrder
  | PointAt
  | TypeText;
