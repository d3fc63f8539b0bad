/** A question as a writer of generators wants to read it: all of it, right and wrong alike, with reasons and beliefs. */
import type { Question } from "#learning/question";

interface Reason {
  readonly because: string;
  readonly belief?: string;
}

export function toldQuestion(question: Question): string {
  const { id, kind, prompt, listing } = question;
  const shown = listing === undefined ? [] : listing.split("\n").map((line) => `  | ${line}`);
  return [`${id} (${kind})`, prompt, ...shown, ...answersOf(question), ""].join("\n");
}

function answersOf(question: Question): string[] {
  switch (question.kind) {
    case "choose-one":
    case "choose-several":
    case "point-at":
      return question.choices.map((each) => line(each.right === true ? "+" : "-", each.text, each));
    case "sort-into":
      return question.items.flatMap((item) => [
        line(question.bins[item.bin]!, item.text, item),
        ...(item.near ?? []).map((near) => line("    not", question.bins[near.bin]!, near)),
      ]);
    case "put-in-order":
      return question.items.map((item, index) => line(`${index + 1}.`, item.text, item));
    case "type-number":
    case "type-text": {
      const around = "before" in question ? [`  ${question.before}____${question.after}`] : [];
      const right = [question.answer, ...("accepts" in question ? question.accepts : [])];
      const near = question.near.map((each) => line("-", `${each.value}`, each));
      return [...around, line("+", right.join(", or "), question), ...near];
    }
  }
}

const line = (sign: string, text: string, { because, belief }: Reason) =>
  `  ${sign} ${text}\n      ${because}${belief === undefined ? "" : ` {${belief}}`}`;
