/**
 * What was predicted of a run, by position, and what it tells of what was believed. The first answer at a place counts.
 * A touch makes another future: what was predicted of the old one is dropped.
 */
import { MISCONCEPTIONS, type Misconception, type MisconceptionId } from "#learning/misconception";
import type { Mark } from "#learning/mark";
import type { ChooseOne } from "#learning/question";

export interface Prediction {
  /** The beat that was asked about, as an index: the position of whoever was asked. */
  readonly position: number;
  readonly question: ChooseOne;
  readonly settled: Exclude<Mark, { type: "invalid" }>;
}

export type Predictions = Readonly<Record<number, Prediction>>;

export const NO_PREDICTIONS: Predictions = {};

/** Null where nothing was answered. */
export function predictionOf(predictions: Predictions, position: number): Prediction | null {
  return predictions[position] ?? null;
}

export function withPrediction(predictions: Predictions, prediction: Prediction): Predictions {
  return prediction.position in predictions
    ? predictions
    : { ...predictions, [prediction.position]: prediction };
}

/** Without those about the beat at index `from` and later ones. */
export function withoutFrom(predictions: Predictions, from: number): Predictions {
  const all = inOrder(predictions);
  const kept = all.filter(({ position }) => position < from);
  return kept.length === all.length
    ? predictions
    : Object.fromEntries(kept.map((prediction) => [prediction.position, prediction]));
}

export interface PredictionSummary {
  readonly right: number;
  readonly wrong: number;
  readonly notSure: number;
  /** "6 of 8 predicted rightly, 1 not sure." Empty before the first. */
  readonly line: string;
  /** What was believed, the most frequent first. */
  readonly beliefs: readonly Believed[];
  /** Wrong ones behind which no belief of a name stands, and what nobody was sure of, in the run's order. */
  readonly others: readonly Missed[];
}

export interface Believed extends Misconception {
  readonly id: MisconceptionId;
  readonly misses: readonly Missed[];
}

export interface Missed {
  /** Where to look again. */
  readonly position: number;
  readonly prompt: string;
  /** Null where the learner was not sure. */
  readonly chosen: string | null;
  readonly right: string;
  readonly because: string;
}

export function summary(predictions: Predictions): PredictionSummary {
  const all = inOrder(predictions);
  const right = all.filter(({ settled }) => settled.type === "marked" && settled.right).length;
  const notSure = all.filter(({ settled }) => settled.type === "not-sure").length;
  const beliefs = new Map<MisconceptionId, Missed[]>();
  const others: Missed[] = [];
  for (const prediction of all) {
    const missed = missedOf(prediction);
    const belief = beliefOf(prediction);
    if (missed === null) continue;
    if (belief === null) others.push(missed);
    else beliefs.set(belief, [...(beliefs.get(belief) ?? []), missed]);
  }
  return {
    right,
    notSure,
    wrong: all.length - right - notSure,
    line: lineOf(right, all.length, notSure),
    beliefs: [...beliefs]
      .map(([id, misses]) => ({ ...MISCONCEPTIONS[id], id, misses }))
      .toSorted((one, other) => other.misses.length - one.misses.length),
    others,
  };
}

function lineOf(right: number, total: number, notSure: number): string {
  if (total === 0) return "";
  const unsure = notSure === 0 ? "" : `, ${notSure} not sure`;
  return `${right} of ${total} predicted rightly${unsure}.`;
}

const inOrder = (predictions: Predictions): readonly Prediction[] =>
  Object.values(predictions).toSorted((one, other) => one.position - other.position);

function missedOf({ position, question, settled }: Prediction): Missed | null {
  const right = settled.feedback.find((reason) => reason.right);
  if (right === undefined || (settled.type === "marked" && settled.right)) return null;
  const chosen = settled.feedback.find((reason) => reason.chosen)?.text ?? null;
  const { text, because } = right;
  return { position, prompt: question.prompt, chosen, right: text, because };
}

const beliefOf = ({ settled }: Prediction): MisconceptionId | null =>
  settled.feedback.find(({ chosen, right }) => chosen && !right)?.belief ?? null;
