import type { Answer } from "#learning/mark";
import type { Question } from "#learning/question";

/** The one field name of a question's form; a choice's value is its index. */
export const ANSWER_FIELD = "answer";

/** What the form holds, as an answer to `question`. */
export function answerFromForm(question: Question, form: FormData): Answer {
  switch (question.kind) {
    case "choose-one":
    case "point-at": {
      const value = form.get(ANSWER_FIELD);
      return { kind: question.kind, chosen: value === null ? null : Number(value) };
    }
    case "choose-several":
      return { kind: "choose-several", chosen: new Set(form.getAll(ANSWER_FIELD).map(Number)) };
    case "type-number":
    case "type-text":
      return { kind: question.kind, text: String(form.get(ANSWER_FIELD) ?? "") };
    case "sort-into":
      return {
        kind: "sort-into",
        bins: form.getAll(ANSWER_FIELD).map((value) => (value === "" ? null : Number(value))),
      };
    case "put-in-order":
      return { kind: "put-in-order", order: form.getAll(ANSWER_FIELD).map(Number) };
  }
}
