import { type ComponentProps, useId } from "react";
import { Button } from "#ui/button";
import { clockText } from "./clock-text.ts";
import { type Session, timeAt } from "./session.model.ts";
import type { Stage } from "./stage.ts";

/** Step, play, and a line to move along; one main button. */
export function TimeControls({ stage, session }: { stage: Stage; session: Session }) {
  const slider = useId();
  const { act, go, isPlaying } = stage;
  const { timeline, position } = session;
  const last = timeline.beats.length;
  const isBegin = position === 0;
  const isEnd = position === last;
  const at = clockText(timeAt(timeline, position));
  return (
    <div role="group" aria-label="Time" className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <span className="flex flex-wrap gap-1.5 @md:gap-2">
        <TimeButton look="quiet" isOff={isBegin} onClick={() => act("back")}>
          Back
        </TimeButton>
        <TimeButton look="main" isOff={isEnd} onClick={() => act("forward")}>
          Step
        </TimeButton>
        <TimeButton isOff={isEnd && !isPlaying} onClick={() => act("play")}>
          {isPlaying ? "Pause" : "Play"}
        </TimeButton>
        <TimeButton look="quiet" isOff={isEnd} onClick={() => act("next-state")}>
          Next state
        </TimeButton>
      </span>
      <span className="flex min-w-64 flex-1 items-center gap-3">
        <label htmlFor={slider} className="sr-only">
          Moment
        </label>
        <input
          id={slider}
          type="range"
          min={0}
          max={last}
          step={1}
          value={position}
          aria-valuetext={`Moment ${position} of ${last}, ${at}`}
          onChange={(event) => go(event.target.valueAsNumber)}
          className="min-h-6 min-w-24 flex-1 cursor-pointer"
        />
        <output
          htmlFor={slider}
          // The announcements tell the moment, and can be turned off.
          aria-live="off"
          className="min-w-[15ch] text-right font-mono text-[0.9rem] text-soft tabular-nums"
        >
          {position}/{last} · {at}
        </output>
      </span>
    </div>
  );
}

/** Stays focusable while it has nothing to do, so that the focus is not lost at an end. */
function TimeButton({
  isOff,
  onClick,
  ...rest
}: ComponentProps<typeof Button> & { isOff: boolean; onClick: () => void }) {
  return (
    <Button
      aria-disabled={isOff}
      onClick={isOff ? undefined : onClick}
      className="px-2.5! @md:px-4! aria-disabled:cursor-not-allowed aria-disabled:opacity-55"
      {...rest}
    />
  );
}
