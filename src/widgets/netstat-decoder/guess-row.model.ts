/**
 * Guess first, as the decoder's page uses it: a row's questions made safe to look at, what came of each
 * guess, and the score in words. A row may be guessed again; the first guess counts.
 */
import { guessQuestions } from "#learning/guess-row";
import type { Mark } from "#learning/mark";
import { MISCONCEPTIONS, type Misconception, type MisconceptionId } from "#learning/misconception";
import type { ChooseOne } from "#learning/question";
import type { Explainer } from "#netstat/explain";
import type { Listing } from "#netstat/listing";
import { visibleText } from "./visible-text.model.ts";

/** A name or address longer than this is cut, as in the rows. */
const LONGEST_REASON = 1500;

/** One or two questions about a row, counted from 0. */
export function rowQuestions(
  listing: Listing,
  explain: Explainer,
  row: number,
): readonly ChooseOne[] {
  const questions = guessQuestions({ row: listing.row(row), explanation: explain.explain(row) });
  return questions.map((question) => ({
    ...question,
    choices: question.choices.map((choice) => ({
      ...choice,
      because: visibleText(choice.because, LONGEST_REASON),
    })),
  }));
}

export interface GuessResult {
  /** Of the question, which names its line. */
  readonly id: string;
  readonly outcome: "right" | "wrong" | "not-sure";
  /** The belief that the guess went with; null where it has no name, and for other outcomes. */
  readonly belief: MisconceptionId | null;
}

export function resultOf(
  { id }: ChooseOne,
  settled: Exclude<Mark, { type: "invalid" }>,
): GuessResult {
  if (settled.type === "not-sure") return { id, outcome: "not-sure", belief: null };
  const belief = settled.feedback.find(({ chosen }) => chosen)?.belief ?? null;
  return { id, outcome: settled.right ? "right" : "wrong", belief };
}

/** All results with those of one more row; a question that was guessed before keeps its first. */
export function withResults(
  known: readonly GuessResult[],
  more: readonly GuessResult[],
): readonly GuessResult[] {
  return [...known, ...more.filter(({ id }) => !known.some((each) => each.id === id))];
}

/** "6 of 8 guessed right, 1 not sure; 1 went with “…”" Empty before the first guess. */
export function scoreLine(results: readonly GuessResult[]): string {
  if (results.length === 0) return "";
  const count = (outcome: GuessResult["outcome"]) =>
    results.filter((each) => each.outcome === outcome).length;
  const unsure = count("not-sure") > 0 ? `, ${count("not-sure")} not sure` : "";
  const beliefs = beliefsIn(results).map(
    ({ belief, times }, place) => `${times} ${place === 0 ? "went with" : "with"} “${belief}”`,
  );
  const right = `${count("right")} of ${results.length} guessed right${unsure}`;
  return beliefs.length === 0 ? `${right}.` : `${right}; ${beliefs.join(", ")}`;
}

/** The beliefs behind wrong guesses, the most frequent first, with what is so. */
export function beliefsIn(
  results: readonly GuessResult[],
): readonly (Misconception & { readonly id: MisconceptionId; readonly times: number })[] {
  const times = new Map<MisconceptionId, number>();
  for (const { belief } of results) {
    if (belief !== null) times.set(belief, (times.get(belief) ?? 0) + 1);
  }
  return [...times]
    .map(([id, count]) => ({ ...MISCONCEPTIONS[id], id, times: count }))
    .toSorted((one, other) => other.times - one.times);
}
