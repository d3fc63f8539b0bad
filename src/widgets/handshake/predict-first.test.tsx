import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { mark } from "#learning/mark";
import { predictionAt } from "#learning/predict-step";
import { planOf } from "#simulator/plan";
import { parseSimulation } from "#simulator/simulation-file";
import { openAndClose } from "#simulator/scenarios/open-and-close";
import { unfold } from "#simulator/unfold";
import { PredictFirst, PredictionSummary } from "./predict-first.tsx";
import { NO_PREDICTIONS, type Predictions, withPrediction } from "./predictions.model.ts";

const parsed = parseSimulation(openAndClose.simulation);
if (parsed.type === "error") throw new Error(parsed.message);
const timeline = unfold(planOf(parsed.file));
const position = timeline.beats.findIndex(({ effects }) =>
  effects.some((effect) => effect.kind === "sent"),
);
const question = predictionAt(timeline, position)!;

function answered(isRight: boolean): Predictions {
  const chosen = question.choices.findIndex(
    ({ right, belief }) => (right === true) === isRight && (isRight || belief !== undefined),
  );
  const settled = mark(question, { kind: "choose-one", chosen });
  if (settled.type === "invalid") throw new Error(settled.message);
  return withPrediction(NO_PREDICTIONS, { position, question, settled });
}

const first = (at: number, predictions = NO_PREDICTIONS) =>
  renderToStaticMarkup(
    <PredictFirst
      timeline={timeline}
      position={at}
      predictions={predictions}
      onSettled={() => {}}
      onReveal={() => {}}
      onGo={() => {}}
    />,
  );

const summed = (predictions: Predictions) =>
  renderToStaticMarkup(<PredictionSummary predictions={predictions} onLookAt={() => {}} />);

test("asks before the first SYN, and gives no reason away before a guess", () => {
  const html = first(position);
  expect(html.match(/type="radio"/g)).toHaveLength(question.choices.length);
  for (const { because } of question.choices) expect(html).not.toContain(because);
  expect(html).not.toContain("Show what happens");
});

test("who comes back to an answered place sees the answer, and can go on", () => {
  const html = first(position, answered(false));
  expect(html).not.toContain('type="radio"');
  expect(html).toContain("Show what happens");
  expect(html).toContain("What is so");
});

test("where nothing is asked it still leads on, and at the end it says so", () => {
  expect(predictionAt(timeline, 0)).toBeNull();
  expect(first(0)).toContain("The next 3 steps hold nothing to predict.");
  expect(first(0)).toContain("Go on");
  expect(first(timeline.beats.length)).toContain("The run is over");
});

test("the summary says what was believed and where to look again", () => {
  expect(summed(NO_PREDICTIONS)).toBe("");
  expect(summed(answered(true))).toContain("1 of 1 predicted rightly.");
  const html = summed(answered(false));
  expect(html).toContain("0 of 1 predicted rightly.");
  expect(html).toContain("The handshake is a greeting");
  expect(html).toContain(`Look again at moment ${position}`);
});

test("holds nothing that the policy blocks", () => {
  for (const html of [first(position), first(position, answered(false)), summed(answered(false))])
    expect(html).not.toMatch(/ style=|<style|<script/);
});
