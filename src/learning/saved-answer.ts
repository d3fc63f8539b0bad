/** Answers as plain data, for what the browser remembers and what a result tells. */
import type { Answer } from "./mark.ts";
import type { Question } from "./question.ts";

export type SavedAnswer =
  | { readonly kind: "not-sure" }
  | {
      readonly kind: Question["kind"];
      readonly value: string | number | readonly (number | null)[];
    };

export function saved(answer: Answer): SavedAnswer {
  switch (answer.kind) {
    case "not-sure":
      return answer;
    case "choose-one":
    case "point-at":
      return { kind: answer.kind, value: answer.chosen ?? -1 };
    case "choose-several":
      return { kind: answer.kind, value: [...answer.chosen].toSorted((a, b) => a - b) };
    case "type-number":
    case "type-text":
      return { kind: answer.kind, value: answer.text };
    case "sort-into":
      return { kind: answer.kind, value: answer.bins };
    case "put-in-order":
      return { kind: answer.kind, value: answer.order };
  }
}

/** Null where it is no answer to the question: another kind of it, or not what `saved` makes. */
export function restored(answer: SavedAnswer, question: Question): Answer | null {
  if (answer.kind === "not-sure") return { kind: "not-sure" };
  const { kind, value } = answer as Exclude<SavedAnswer, { kind: "not-sure" }>;
  if (kind !== question.kind) return null;
  const list = Array.isArray(value) ? (value as readonly (number | null)[]) : null;
  switch (kind) {
    case "choose-one":
    case "point-at":
      return typeof value === "number" ? { kind, chosen: value } : null;
    case "choose-several":
      return list === null ? null : { kind, chosen: new Set(list.map((each) => each ?? -1)) };
    case "type-number":
    case "type-text":
      return typeof value === "string" ? { kind, text: value } : null;
    case "sort-into":
      return list === null ? null : { kind, bins: list };
    case "put-in-order":
      return list === null ? null : { kind, order: list.map((each) => each ?? -1) };
  }
}

/** Whether a value that was kept somewhere is such data. */
export function isSavedAnswer(value: unknown): value is SavedAnswer {
  if (typeof value !== "object" || value === null) return false;
  const { kind, value: given } = value as Record<string, unknown>;
  const isPart = (part: unknown) => part === null || typeof part === "number";
  return (
    typeof kind === "string" &&
    (kind === "not-sure" ||
      typeof given === "string" ||
      typeof given === "number" ||
      (Array.isArray(given) && given.every(isPart)))
  );
}
