import { useCallback, useMemo, useRef, useState } from "react";
import { predictionAt } from "#learning/predict-step";
import type { Settled } from "#questions/brief-question";
import {
  NO_PREDICTIONS,
  type Predictions,
  predictionOf,
  withPrediction,
  withoutFrom,
} from "./predictions.model.ts";
import type { Session } from "./session.model.ts";

/** What is asked before the next beat while `isOn`, and what was answered so far. */
export function usePredictions({ timeline, position }: Session, isOn: boolean) {
  const [predictions, setPredictions] = useState<Predictions>(NO_PREDICTIONS);
  const question = useRef<HTMLDivElement>(null);
  const prediction = useMemo(
    () => (isOn && position < timeline.beats.length ? predictionAt(timeline, position) : null),
    [isOn, timeline, position],
  );
  const settle = useCallback(
    (settled: Settled) => {
      if (prediction !== null)
        setPredictions((kept) => withPrediction(kept, { position, question: prediction, settled }));
    },
    [prediction, position],
  );
  const forget = useCallback(
    (from: number) => setPredictions((kept) => withoutFrom(kept, from)),
    [],
  );
  const mustAnswer = prediction !== null && predictionOf(predictions, position) === null;
  return { predictions, mustAnswer, question, settle, forget };
}
