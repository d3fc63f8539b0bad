import { useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { predictionAt } from "#learning/predict-step";
import { BriefQuestion, type Settled } from "#questions/brief-question";
import type { Timeline } from "#simulator/timeline";
import { Button } from "#ui/button";
import { InlineText } from "#ui/inline-text";
import { type Missed, type Predictions, predictionOf, summary } from "./predictions.model.ts";

interface PredictFirstProps {
  readonly timeline: Timeline;
  readonly position: number;
  readonly predictions: Predictions;
  readonly onSettled: (settled: Settled) => void;
  /** Moves on by one step. */
  readonly onReveal: () => void;
  /** Over steps that hold nothing to predict. */
  readonly onGo: (position: number) => void;
}

/**
 * What the next beat will bring, asked before it happens, in a place of its own: the buttons that lead on stay here,
 * so that a learner with a keyboard goes through a whole run without leaving it.
 */
export function PredictFirst({
  timeline,
  position,
  predictions,
  onSettled,
  onReveal,
  onGo,
}: PredictFirstProps) {
  const box = useRef<HTMLDivElement>(null);
  const question = useMemo(() => predictionAt(timeline, position), [timeline, position]);
  const run = useRunNumber(timeline);
  const isOver = position >= timeline.beats.length;
  const skipped = useMemo(() => stepsToSkip(timeline, position), [timeline, position]);

  /**
   * The button that was pressed leaves with its question. The focus goes to the next question's first choice, to the
   * button that leads on where nothing is asked, or to the words that say that the run is over: never to the page.
   */
  function reveal(moveOn = onReveal) {
    flushSync(moveOn);
    box.current
      ?.querySelector<HTMLElement>("input[type=radio], [data-goes-on], [data-run-is-over]")
      ?.focus();
  }

  return (
    <div
      ref={box}
      className="min-w-0 rounded-box border border-dashed border-ink/60 bg-paper p-4 wrap-anywhere"
    >
      <p className="mb-2 text-[0.95rem] text-soft">Predict first</p>
      {question !== null && (
        <BriefQuestion
          // Another run may ask the same at the same place, and has not been answered.
          key={`${run} ${question.id}`}
          question={question}
          answered={predictionOf(predictions, position)?.settled ?? null}
          onSettled={onSettled}
        >
          <Button className="mt-4" data-goes-on="" onClick={() => reveal()}>
            Show what happens
          </Button>
        </BriefQuestion>
      )}
      {question === null && !isOver && (
        <>
          <p>
            {skipped === 1
              ? "The next step holds nothing to predict."
              : `The next ${skipped} steps hold nothing to predict.`}
          </p>
          <Button
            className="mt-3"
            data-goes-on=""
            onClick={() => reveal(() => onGo(position + skipped))}
          >
            Go on
          </Button>
        </>
      )}
      {isOver && (
        <p tabIndex={-1} data-run-is-over="">
          The run is over: nothing more will happen.
        </p>
      )}
    </div>
  );
}

/** How many beats from here on ask nothing. */
function stepsToSkip(timeline: Timeline, position: number): number {
  let next = position;
  while (next < timeline.beats.length && predictionAt(timeline, next) === null) next += 1;
  return next - position;
}

/** Which run this is, counted from when the component was made. */
function useRunNumber(timeline: Timeline): number {
  const [run, setRun] = useState({ timeline, number: 0 });
  if (run.timeline === timeline) return run.number;
  const next = { timeline, number: run.number + 1 };
  setRun(next);
  return next.number;
}

interface PredictionSummaryProps {
  readonly predictions: Predictions;
  readonly onLookAt: (position: number) => void;
}

/** What was predicted rightly, what was believed where it was not, and the way back to each place. */
export function PredictionSummary({ predictions, onLookAt }: PredictionSummaryProps) {
  const { line, beliefs, others } = useMemo(() => summary(predictions), [predictions]);
  if (line === "") return null;
  return (
    <section aria-label="Your predictions" className="min-w-0 text-[1rem] wrap-anywhere">
      <p className="font-[550]">{line}</p>
      {beliefs.map(({ id, belief, truth, source, misses }) => (
        <div key={id} className="mt-4 border-t border-line pt-3">
          <p>
            <span className="font-[550]">You went with:</span> {belief}
          </p>
          <p className="mt-1">
            <span className="font-[550]">What is so:</span> {truth}{" "}
            <span className="text-soft">({source})</span>
          </p>
          <Places misses={misses} onLookAt={onLookAt} />
        </div>
      ))}
      {others.length > 0 && (
        <details className="mt-4 border-t border-line pt-2">
          <summary className="min-h-11 content-center font-[550]">
            {others.length === 1 ? "One more to look at" : `${others.length} more to look at`}
          </summary>
          <Places misses={others} onLookAt={onLookAt} />
        </details>
      )}
    </section>
  );
}

function Places({
  misses,
  onLookAt,
}: {
  misses: readonly Missed[];
  onLookAt: (position: number) => void;
}) {
  return (
    <ul className="mt-2 grid list-none gap-3 p-0">
      {misses.map(({ position, prompt, chosen, right }) => (
        <li key={position}>
          <p className="text-soft">
            <InlineText>{prompt}</InlineText>
          </p>
          <p>
            {chosen === null ? "You were not sure." : <Answer label="Your guess:" text={chosen} />}{" "}
            <Answer label="What is so:" text={right} />
          </p>
          <button
            type="button"
            onClick={() => onLookAt(position)}
            className="inline-flex min-h-11 items-center underline underline-offset-4 hover:text-accent"
          >
            Look again at moment {position}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Answer({ label, text }: { label: string; text: string }) {
  return (
    <span className="block">
      <span className="font-[550]">{label}</span> <InlineText>{text}</InlineText>
    </span>
  );
}
