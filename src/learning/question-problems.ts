/**
 * The rules every question of the course keeps, whoever writes it: one right answer where one is
 * asked for, something to tell apart where several are, and a reason in whole sentences for each
 * choice. The compiler checks the shape; this checks what the shape cannot say.
 */
import { MAX_PORT } from "#net/port";
import type {
  Choice,
  PointAt,
  PutInOrder,
  Question,
  SortInto,
  TypeNumber,
  TypeText,
} from "./question.ts";

/** What is wrong with the question, a sentence each; empty where all is well. */
export function questionProblems(question: Question): string[] {
  const problems = problemsOfKind(question);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(question.id)) problems.push("The id is not in kebab-case.");
  if (!endsSentence(question.prompt)) problems.push("The prompt does not end a sentence.");
  if (question.listing !== undefined && question.listing.trim() === "")
    problems.push("The listing is empty.");
  if (textsOf(question).some(hasOpenBacktick)) problems.push("A backtick is not closed.");
  return problems;
}

function problemsOfKind(question: Question): string[] {
  switch (question.kind) {
    case "choose-one":
    case "choose-several":
      return choiceProblems(question.kind, question.choices);
    case "type-number":
      return numberProblems(question);
    case "type-text":
      return textProblems(question);
    case "point-at":
      return [...choiceProblems(question.kind, question.choices), ...placeProblems(question)];
    case "sort-into":
      return sortProblems(question);
    case "put-in-order":
      return orderProblems(question);
  }
}

function choiceProblems(
  kind: "choose-one" | "choose-several" | "point-at",
  choices: readonly Choice[],
): string[] {
  const problems: string[] = [];
  const right = choices.filter((choice) => choice.right === true).length;
  if (kind !== "choose-several" && right !== 1)
    problems.push(`${right} choices are right instead of one.`);
  if (kind === "choose-several" && right === 0) problems.push("No choice is right.");
  if (choices.length < 2 || right === choices.length) problems.push("No choice is wrong.");
  const texts = choices.map(({ text }) => text.trim().toLowerCase());
  if (texts.includes("")) problems.push("A choice has no text.");
  if (new Set(texts).size < texts.length) problems.push("Two choices have the same text.");
  for (const { text, because, belief, right } of choices) {
    if (!endsSentence(because)) problems.push(`The reason for “${text}” does not end a sentence.`);
    if (right === true && belief !== undefined)
      problems.push(`“${text}” is right, so no belief is behind it.`);
  }
  return problems;
}

function numberProblems({ answer, because, near, asks }: TypeNumber): string[] {
  const problems: string[] = [];
  if (!endsSentence(because)) problems.push(`The reason for ${answer} does not end a sentence.`);
  for (const { value, because } of near) {
    if (!endsSentence(because)) problems.push(`The reason for ${value} does not end a sentence.`);
  }
  const values = [answer, ...near.map(({ value }) => value)];
  if (new Set(values).size < values.length) problems.push("Two of the numbers are the same.");
  const most = asks === "port" ? MAX_PORT : 999_999_999_999_999;
  for (const value of values) {
    if (!Number.isInteger(value) || value < 0 || value > most)
      problems.push(`Nobody can answer ${value}.`);
  }
  return problems;
}

function textProblems({ answer, accepts, because, near }: TypeText): string[] {
  const problems = reasonProblems([{ text: answer, because }, ...near.map(asText)]);
  const known = [answer, ...accepts, ...near.map(({ value }) => value)].map(bare);
  if (known.includes("")) problems.push("An answer is empty.");
  if (new Set(known).size < known.length) problems.push("Two of the answers are the same.");
  return problems;
}

function placeProblems({ listing, choices }: PointAt): string[] {
  const problems: string[] = [];
  let end = 0;
  for (const { text, from, to } of choices) {
    if (from < end || to <= from || to > listing.length)
      problems.push(`“${text}” is at no place of its own in the listing.`);
    else if (listing.slice(from, to).trim() === "")
      problems.push(`“${text}” is at an empty place.`);
    end = Math.max(end, to);
  }
  return problems;
}

function sortProblems({ bins, items }: SortInto): string[] {
  const problems = reasonProblems(items);
  if (bins.length < 2 || new Set(bins).size < bins.length)
    problems.push("The bins are too few, or two are the same.");
  if (items.length < 2) problems.push("There is nothing to sort.");
  if (new Set(items.map(({ text }) => text)).size < items.length)
    problems.push("Two items have the same text.");
  for (const { text, bin, near = [] } of items) {
    const named = [bin, ...near.map((each) => each.bin)];
    if (new Set(named).size < named.length) problems.push(`A bin stands twice for “${text}”.`);
    if (named.some((index) => bins[index] === undefined))
      problems.push(`“${text}” is in a bin that is not there.`);
    problems.push(...reasonProblems(near.map(({ because }) => ({ text, because }))));
  }
  return problems;
}

function orderProblems({ items, shown }: PutInOrder): string[] {
  const problems = reasonProblems(items);
  if (items.length < 2) problems.push("There is nothing to put in order.");
  if (new Set(items.map(({ text }) => text)).size < items.length)
    problems.push("Two items have the same text.");
  const right = items.map((_, index) => index);
  if (shown.toSorted((a, b) => a - b).join() !== right.join())
    problems.push("What is shown is not each item once.");
  if (shown.join() === right.join()) problems.push("The order shown is the right one.");
  return problems;
}

function reasonProblems(reasons: readonly { text: string; because: string }[]): string[] {
  return reasons
    .filter(({ because }) => !endsSentence(because))
    .map(({ text }) => `The reason for “${text}” does not end a sentence.`);
}

function asText({ value, because }: { value: string; because: string }) {
  return { text: value, because };
}

function bare(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s+/g, "").toLowerCase();
}

function textsOf(question: Question): string[] {
  switch (question.kind) {
    case "choose-one":
    case "choose-several":
    case "point-at":
      return [question.prompt, ...question.choices.flatMap(({ text, because }) => [text, because])];
    case "type-number":
    case "type-text":
      return [question.prompt, question.because, ...question.near.map(({ because }) => because)];
    case "sort-into":
      return [
        question.prompt,
        ...question.bins,
        ...question.items.flatMap(({ text, because, near = [] }) => [
          text,
          because,
          ...near.map((each) => each.because),
        ]),
      ];
    case "put-in-order":
      return [question.prompt, ...question.items.flatMap(({ text, because }) => [text, because])];
  }
}

function hasOpenBacktick(text: string): boolean {
  let isOpen = false;
  for (let at = text.indexOf("`"); at !== -1; at = text.indexOf("`", at + 1)) isOpen = !isOpen;
  return isOpen;
}

const CLOSING = ")”’\"'`";

/** A sign that ends a sentence, right behind a word, with nothing but closing signs after it. */
function endsSentence(text: string): boolean {
  let end = text.length;
  while (end > 0 && CLOSING.includes(text[end - 1]!)) end -= 1;
  return end > 1 && ".?!:".includes(text[end - 1]!) && text[end - 2]!.trim() !== "";
}
