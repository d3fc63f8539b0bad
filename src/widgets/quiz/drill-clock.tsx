import { useEffect, useEffectEvent, useState } from "react";
import { drillLeft } from "#learning/drill";
import type { Answered } from "#learning/quiz-sitting";
import { rightText } from "#learning/answer-text";
import { outcomeOf } from "#learning/attempt";
import { InlineText } from "#ui/inline-text";
import { OUTCOME_WORDS } from "./quiz.model.ts";

/** Often enough that no second is left out. */
const TICK_MS = 250;

/** The seconds that are left, and as a bar. Not read out while they run down: that would drown the question. */
export function DrillClock({ startedAt, onOver }: { startedAt: number; onOver: () => void }) {
  const [left, setLeft] = useState(() => drillLeft(startedAt, Date.now()));
  const tick = useEffectEvent(() => {
    const now = drillLeft(startedAt, Date.now());
    setLeft(now);
    if (now === 0) onOver();
  });
  useEffect(() => {
    const timer = window.setInterval(tick, TICK_MS);
    return () => window.clearInterval(timer);
  }, []);
  return (
    <p role="timer" className="font-mono text-[1.15rem] tabular-nums">
      {Math.ceil(left / 1000)} s left
    </p>
  );
}

/** How the question before came out, in one line: there is no time for more. */
export function LastOutcome({ last }: { last: Answered | null }) {
  return (
    <p role="status" className="mt-3 min-h-[3.2em] text-[1rem]">
      {last !== null && (
        <>
          <span className="font-[650]">{OUTCOME_WORDS[outcomeOf(last.settled)]}.</span>
          {outcomeOf(last.settled) !== "right" && (
            <>
              {" "}
              It is <InlineText>{rightText(last.instance.question)}</InlineText>.
            </>
          )}
        </>
      )}
    </p>
  );
}
