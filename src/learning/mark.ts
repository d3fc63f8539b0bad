/**
 * Marking: a question and an answer in, points and reasons out. An answer that cannot be marked
 * (nothing chosen, no number) is met with a message, and nothing is counted. "Not sure" is an answer
 * of its own: it earns nothing, is not called wrong, and is told the reasons like any other.
 * Where several choices may be right, each choice is one point: right ones chosen, wrong ones left. An item that is
 * sorted is one point each; so is one that is put in order, where it is in its place or comes right after the item before it.
 */
import type { MisconceptionId } from "./misconception.ts";
import type {
  Choice,
  ChooseOne,
  ChooseSeveral,
  PointAt,
  PutInOrder,
  Question,
  SortInto,
  TypeNumber,
  TypeText,
} from "./question.ts";
import { readTypedNumber } from "./typed-number.ts";

export type Answer =
  | { readonly kind: "not-sure" }
  /** `chosen` is an index into the choices, null while nothing is chosen. */
  | { readonly kind: "choose-one"; readonly chosen: number | null }
  /** `chosen` holds indexes into the choices. */
  | { readonly kind: "choose-several"; readonly chosen: ReadonlySet<number> }
  /** `text` as it was typed. */
  | { readonly kind: "type-number" | "type-text"; readonly text: string }
  /** `chosen` is an index into the choices, null while nothing is pointed at. */
  | { readonly kind: "point-at"; readonly chosen: number | null }
  /** For each item the index of its bin, null while it is in none. */
  | { readonly kind: "sort-into"; readonly bins: readonly (number | null)[] }
  /** The items' indexes in the order in which they were put. */
  | { readonly kind: "put-in-order"; readonly order: readonly number[] };

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
    return markChosen(question, answer.chosen, "Choose an answer first.");
  if (question.kind === "point-at" && answer.kind === "point-at")
    return markChosen(question, answer.chosen, "Point at a place in the listing first.");
  if (question.kind === "choose-several" && answer.kind === "choose-several")
    return markChooseSeveral(question, answer.chosen);
  if (question.kind === "type-number" && answer.kind === "type-number")
    return markTypeNumber(question, answer.text);
  if (question.kind === "type-text" && answer.kind === "type-text")
    return markTypeText(question, answer.text);
  if (question.kind === "sort-into" && answer.kind === "sort-into")
    return markSortInto(question, answer.bins);
  if (question.kind === "put-in-order" && answer.kind === "put-in-order")
    return markPutInOrder(question, answer.order);
  throw new TypeError(`A ${answer.kind} answer cannot answer a ${question.kind} question.`);
}

function markNotSure(question: Question): Mark {
  return { type: "not-sure", total: totalOf(question), feedback: reasonsWithout(question) };
}

/** What is right, and why, where nothing was answered. */
function reasonsWithout(question: Question): Feedback {
  switch (question.kind) {
    case "choose-one":
    case "choose-several":
    case "point-at":
      return choiceReasons(question.choices, new Set());
    case "type-number":
      return numberReasons(question, null);
    case "type-text":
      return textReasons(question, null);
    case "sort-into":
      return question.items.flatMap((_, item) => sortReasons(question, item, null));
    case "put-in-order":
      return orderReasons(question, []);
  }
}

function markChosen(question: ChooseOne | PointAt, chosen: number | null, message: string): Mark {
  const choice = chosen === null ? undefined : question.choices[chosen];
  if (chosen === null || choice === undefined) return { type: "invalid", message };
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

function markTypeText(question: TypeText, text: string): Mark {
  if (text.trim() === "") return { type: "invalid", message: "Type an answer first." };
  const earned = isAccepted(question, text) ? 1 : 0;
  return marked(earned, 1, textReasons(question, text));
}

function markSortInto(question: SortInto, bins: readonly (number | null)[]): Mark {
  const left = question.items.filter((_, item) => question.bins[bins[item] ?? -1] === undefined);
  if (left.length > 0) {
    const message =
      left.length === 1 ? "One is not sorted yet." : `${left.length} are not sorted yet.`;
    return { type: "invalid", message };
  }
  const earned = question.items.filter(({ bin }, item) => bins[item] === bin).length;
  const feedback = question.items.flatMap((_, item) =>
    sortReasons(question, item, bins[item] ?? null),
  );
  return marked(earned, totalOf(question), feedback);
}

function markPutInOrder(question: PutInOrder, order: readonly number[]): Mark {
  const { items } = question;
  if (order.length !== items.length || new Set(order).size !== items.length)
    return { type: "invalid", message: "Each has one place." };
  const feedback = orderReasons(question, order);
  return marked(feedback.filter(({ chosen }) => chosen).length, items.length, feedback);
}

function totalOf(question: Question): number {
  switch (question.kind) {
    case "choose-one":
    case "point-at":
    case "type-number":
    case "type-text":
      return 1;
    case "choose-several":
      return question.choices.length;
    case "sort-into":
    case "put-in-order":
      return question.items.length;
  }
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

function textReasons(question: TypeText, typed: string | null): Feedback {
  const { answer, because, near } = question;
  const isRight = typed !== null && isAccepted(question, typed);
  return [
    { text: answer, right: true, chosen: isRight, because },
    ...near.map(({ value, ...reason }) => ({
      text: value,
      right: false,
      chosen: !isRight && typed !== null && comparable(typed) === comparable(value),
      ...reason,
    })),
  ];
}

function isAccepted({ answer, accepts }: TypeText, typed: string): boolean {
  return [answer, ...accepts].some((text) => comparable(text) === comparable(typed));
}

function comparable(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s+/g, "").toLowerCase();
}

/** The right place of an item; before it the wrong one, where it was put there. */
function sortReasons({ items, bins }: SortInto, item: number, put: number | null): Feedback {
  const { text, bin, because, near = [] } = items[item]!;
  const inBin = (index: number) => `${text}: ${bins[index] ?? ""}`;
  const right = { text: inBin(bin), right: true, chosen: put === bin, because };
  const wrong = near.find((each) => each.bin === put);
  if (put === null || put === bin || wrong === undefined) return [right];
  const { because: why, belief } = wrong;
  return [
    {
      text: inBin(put),
      right: false,
      chosen: true,
      because: why,
      ...(belief === undefined ? {} : { belief }),
    },
    right,
  ];
}

/**
 * An item earns its point in its place, and where it comes right after the item that it should follow: one that was put
 * too early does not spoil all that come after it. All points are earned by the right order alone.
 */
function orderReasons({ items }: PutInOrder, order: readonly number[]): Feedback {
  return items.map(({ text, because }, item) => {
    const place = order.indexOf(item);
    const isRight = place === item || (place > 0 && order[place - 1] === item - 1);
    return { text: `${item + 1}. ${text}`, right: true, chosen: isRight, because };
  });
}

/** What went amiss comes first, then what was right, then the wrong choices that were left alone. */
export function inReadingOrder(feedback: Feedback): Feedback {
  const place = ({ right, chosen }: Reason) => (right ? (chosen ? 2 : 1) : chosen ? 0 : 3);
  return feedback.toSorted((a, b) => place(a) - place(b));
}
