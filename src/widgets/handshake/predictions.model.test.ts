import { expect, test } from "vitest";
import { type Answer, mark } from "#learning/mark";
import type { ChooseOne } from "#learning/question";
import {
  NO_PREDICTIONS,
  type Prediction,
  predictionOf,
  type Predictions,
  summary,
  withoutFrom,
  withPrediction,
} from "./predictions.model.ts";

const question = (position: number): ChooseOne => ({
  id: `predict-${position}`,
  kind: "choose-one",
  prompt: `What happens at ${position}?`,
  choices: [
    { text: "SYN-ACK", right: true, because: "A SYN is answered." },
    { text: "ACK", because: "Half of it.", belief: "handshake-politeness" },
    { text: "RST", because: "Somebody listens." },
  ],
});

function answered(position: number, chosen: 0 | 1 | 2 | "not sure"): Prediction {
  const asked = question(position);
  const answer: Answer =
    chosen === "not sure" ? { kind: "not-sure" } : { kind: "choose-one", chosen };
  const settled = mark(asked, answer);
  if (settled.type === "invalid") throw new Error(settled.message);
  return { position, question: asked, settled };
}

const all = (...each: readonly Prediction[]): Predictions =>
  each.reduce<Predictions>(withPrediction, NO_PREDICTIONS);

test("a prediction is found by its position", () => {
  const one = answered(3, 0);
  expect(predictionOf(all(one), 3)).toBe(one);
  expect(predictionOf(all(one), 4)).toBeNull();
});

test("the first answer at a place counts", () => {
  expect(predictionOf(all(answered(3, 1), answered(3, 0)), 3)).toEqual(answered(3, 1));
});

test("another future drops what was predicted of the old one", () => {
  const kept = withoutFrom(all(answered(2, 0), answered(5, 0), answered(6, 1)), 5);
  expect(Object.keys(kept)).toEqual(["2"]);
});

test("a future from after the last prediction leaves the same record", () => {
  const predictions = all(answered(2, 0));
  expect(withoutFrom(predictions, 3)).toBe(predictions);
});

test("before the first prediction there is nothing to sum up", () => {
  expect(summary(NO_PREDICTIONS)).toEqual({
    right: 0,
    wrong: 0,
    notSure: 0,
    line: "",
    beliefs: [],
    others: [],
  });
});

test("right, wrong and not sure are counted apart", () => {
  const { line, ...counts } = summary(
    all(answered(1, 0), answered(2, 0), answered(3, 2), answered(4, "not sure")),
  );
  expect(counts).toMatchObject({ right: 2, wrong: 1, notSure: 1 });
  expect(line).toBe("2 of 4 predicted rightly, 1 not sure.");
});

test("wrong predictions with one belief behind them stand together, with where to look again", () => {
  const { beliefs } = summary(all(answered(9, 1), answered(4, 1), answered(5, 0)));
  expect(beliefs).toHaveLength(1);
  expect(beliefs[0]).toMatchObject({
    id: "handshake-politeness",
    misses: [{ position: 4, chosen: "ACK", right: "SYN-ACK" }, { position: 9 }],
  });
});

test("what no belief explains and what nobody was sure of is listed in the run's order", () => {
  const { others } = summary(all(answered(7, 2), answered(3, "not sure"), answered(1, 0)));
  expect(others).toEqual([
    {
      position: 3,
      prompt: "What happens at 3?",
      chosen: null,
      right: "SYN-ACK",
      because: "A SYN is answered.",
    },
    expect.objectContaining({ position: 7, chosen: "RST" }),
  ]);
});
