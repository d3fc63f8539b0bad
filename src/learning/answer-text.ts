/** An answer in words, and the right one, for results that are shown, printed or copied. `code` stands in backticks. */
import type { Answer } from "./mark.ts";
import type { Question } from "./question.ts";

/** What was answered. Throws a TypeError where the answer is of another kind than the question. */
export function answerText(question: Question, answer: Answer): string {
  if (answer.kind === "not-sure") return "Not sure";
  if (question.kind === "choose-one" && answer.kind === "choose-one")
    return choiceText(question.choices, answer.chosen);
  if (question.kind === "point-at" && answer.kind === "point-at")
    return choiceText(question.choices, answer.chosen);
  if (question.kind === "choose-several" && answer.kind === "choose-several")
    return listed(question.choices.filter((_, index) => answer.chosen.has(index)));
  if (question.kind === "type-number" && answer.kind === "type-number") return answer.text.trim();
  if (question.kind === "type-text" && answer.kind === "type-text") return answer.text.trim();
  if (question.kind === "sort-into" && answer.kind === "sort-into")
    return sorted(question, answer.bins);
  if (question.kind === "put-in-order" && answer.kind === "put-in-order")
    return ordered(answer.order.map((item) => question.items[item]?.text ?? ""));
  throw new TypeError(`A ${answer.kind} answer cannot answer a ${question.kind} question.`);
}

export function rightText(question: Question): string {
  switch (question.kind) {
    case "choose-one":
    case "choose-several":
    case "point-at":
      return listed(question.choices.filter(({ right }) => right === true));
    case "type-number":
      return String(question.answer);
    case "type-text":
      return question.answer;
    case "sort-into":
      return sorted(
        question,
        question.items.map(({ bin }) => bin),
      );
    case "put-in-order":
      return ordered(question.items.map(({ text }) => text));
  }
}

function choiceText(choices: readonly { readonly text: string }[], chosen: number | null): string {
  return choices[chosen ?? -1]?.text ?? "";
}

function listed(choices: readonly { readonly text: string }[]): string {
  return choices.map(({ text }) => text).join("; ");
}

function sorted(
  { items, bins }: Extract<Question, { kind: "sort-into" }>,
  into: readonly (number | null)[],
): string {
  return items.map(({ text }, item) => `${text}: ${bins[into[item] ?? -1] ?? ""}`).join("; ");
}

function ordered(texts: readonly string[]): string {
  return texts.map((text, index) => `${index + 1}. ${text}`).join("; ");
}
