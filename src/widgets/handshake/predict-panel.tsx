import { PredictFirst, PredictionSummary } from "./predict-first.tsx";
import type { Session } from "./session.model.ts";
import type { Stage } from "./stage.ts";

/** The question before the next step, while predictions are wanted; what was predicted stays until the next run. */
export function PredictPanel({ stage, session }: { stage: Stage; session: Session }) {
  const { settings, predictions, question, settle, act, go } = stage;
  const { timeline, position } = session;
  const isEnd = position >= timeline.beats.length;
  if (!settings.predicts) return null;
  return (
    <div ref={question} tabIndex={-1} className="flex flex-col gap-4">
      <PredictFirst
        timeline={timeline}
        position={position}
        predictions={predictions}
        onSettled={settle}
        onReveal={() => act("forward")}
        onGo={go}
      />
      {isEnd && <PredictionSummary predictions={predictions} onLookAt={go} />}
    </div>
  );
}
