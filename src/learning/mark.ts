/**
 * Marking: a question and an answer in, points and reasons out. An answer that cannot be marked
 * (nothing chosen, no number) is met with a message, and nothing is counted. "Not sure" is an answer
 * of its own: it earns nothing, is not called wrong, and is told the reasons like any other.
 * Where several choices may be right, each choice is one point: right ones chosen, wrong ones left.
 */
import type { MisconceptionId } from "./misconception.ts";
import type { Choice, ChooseOne, ChooseSeveral, Question, TypeNumber } from "./question.ts";
import { readTypedNumber } from "./typed-number.ts";

export type Answer =
  | { readonly kind: "not-sure" }
  /** `chosen` is an index into the choices, null while nothing is chosen. */
  | { readonly kind: "choose-one"; readonly chosen: number | null }
  /** `chosen` holds indexes into the choices. */
  | { readonly kind: "choose-several"; readonly chosen: ReadonlySet<number> }
  /** `text` as it was typed. */
  | { readonly kind: "type-number"; readonly text: string };

/** What there is to say about one choice, or about one number worth a reason. */
export interface Reason {
  /** The choice's text, or the number. */
  readonly text: string;
  readonly right: boolean;
  readonly chosen: boolean;
  readonly because: string;
  readonly belief?: MisconceptionId;
}

/** A marked answer's reasons: all choices in the question's order; for a number, the answer and then the near ones. */
export type Feedback = readonly Reason[];

export type Mark =
  | { readonly type: "invalid"; readonly message: string }
  | { readonly type: "not-sure"; readonly total: number; readonly feedback: Feedback }
  | {
      readonly type: "marked";
      /** Points, 0 to `total`. */
      readonly earned: number;
      readonly total: number;
      /** All points earned. */
      readonly right: boolean;
      readonly feedback: Feedback;
    };

/** Throws a TypeError where the answer is of another kind than the question. */
export function mark(question: Question, answer: Answer): Mark {
  if (answer.kind === "not-sure") return markNotSure(question);
  if (question.kind === "choose-one" && answer.kind === "choose-one")
    return markChooseOne(question, answer.chosen);
  if (question.kind === "choose-several" && answer.kind === "choose-several")
    return markChooseSeveral(question, answer.chosen);
  if (question.kind === "type-number" && answer.kind === "type-number")
    return markTypeNumber(question, answer.text);
  throw new TypeError(`A ${answer.kind} answer cannot answer a ${question.kind} question.`);
}

function markNotSure(question: Question): Mark {
  if (question.kind === "type-number")
    return { type: "not-sure", total: 1, feedback: numberReasons(question, null) };
  const feedback = choiceReasons(question.choices, new Set());
  return { type: "not-sure", total: totalOf(question), feedback };
}

function markChooseOne(question: ChooseOne, chosen: number | null): Mark {
  const choice = chosen === null ? undefined : question.choices[chosen];
  if (chosen === null || choice === undefined)
    return { type: "invalid", message: "Choose an answer first." };
  const earned = choice.right === true ? 1 : 0;
  return marked(earned, totalOf(question), choiceReasons(question.choices, new Set([chosen])));
}

function markChooseSeveral(question: ChooseSeveral, chosen: ReadonlySet<number>): Mark {
  const feedback = choiceReasons(question.choices, chosen);
  if (!feedback.some((reason) => reason.chosen))
    return { type: "invalid", message: "Choose at least one answer." };
  const earned = feedback.filter((reason) => reason.chosen === reason.right).length;
  return marked(earned, totalOf(question), feedback);
}

function markTypeNumber(question: TypeNumber, text: string): Mark {
  const typed = readTypedNumber(text, question.asks);
  if (typed.type === "invalid") return typed;
  const earned = typed.value === question.answer ? 1 : 0;
  return marked(earned, 1, numberReasons(question, typed.value));
}

function totalOf(question: ChooseOne | ChooseSeveral): number {
  return question.kind === "choose-one" ? 1 : question.choices.length;
}

function marked(earned: number, total: number, feedback: Feedback): Mark {
  return { type: "marked", earned, total, right: earned === total, feedback };
}

function choiceReasons(choices: readonly Choice[], chosen: ReadonlySet<number>): Feedback {
  return choices.map(({ text, right, because, belief }, index) => ({
    text,
    right: right === true,
    chosen: chosen.has(index),
    because,
    ...(belief === undefined ? {} : { belief }),
  }));
}

function numberReasons({ answer, because, near }: TypeNumber, typed: number | null): Feedback {
  return [
    { text: String(answer), right: true, chosen: typed === answer, because },
    ...near.map(({ value, ...reason }) => ({
      text: String(value),
      right: false,
      chosen: typed === value,
      ...reason,
    })),
  ];
}

/** What went amiss comes first, then what was right, then the wrong choices that were left alone. */
export function inReadingOrder(feedback: Feedback): Feedback {
  const place = ({ right, chosen }: Reason) => (right ? (chosen ? 2 : 1) : chosen ? 0 : 3);
  return feedback.toSorted((a, b) => place(a) - place(b));
}
