/**
 * The rules every question of the course keeps, whoever writes it: one right answer where one is
 * asked for, something to tell apart where several are, and a reason in whole sentences for each
 * choice. The compiler checks the shape; this checks what the shape cannot say.
 */
import { MAX_PORT } from "#net/port";
import type { Choice, Question, TypeNumber } from "./question.ts";

/** What is wrong with the question, a sentence each; empty where all is well. */
export function questionProblems(question: Question): string[] {
  const problems =
    question.kind === "type-number"
      ? numberProblems(question)
      : choiceProblems(question.kind, question.choices);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(question.id)) problems.push("The id is not in kebab-case.");
  if (!endsSentence(question.prompt)) problems.push("The prompt does not end a sentence.");
  if (question.listing !== undefined && question.listing.trim() === "")
    problems.push("The listing is empty.");
  if (textsOf(question).some((text) => text.split("`").length % 2 === 0))
    problems.push("A backtick is not closed.");
  return problems;
}

function choiceProblems(
  kind: "choose-one" | "choose-several",
  choices: readonly Choice[],
): string[] {
  const problems: string[] = [];
  const right = choices.filter((choice) => choice.right === true).length;
  if (kind === "choose-one" && right !== 1)
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

function textsOf(question: Question): string[] {
  const own =
    question.kind === "type-number"
      ? [question.because, ...question.near.map(({ because }) => because)]
      : question.choices.flatMap(({ text, because }) => [text, because]);
  return [question.prompt, ...own];
}

function endsSentence(text: string): boolean {
  return /\S[.?!:][)”’"'`]*$/.test(text);
}
