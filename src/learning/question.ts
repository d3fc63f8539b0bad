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

export type Question = ChooseOne | ChooseSeveral | TypeNumber;
