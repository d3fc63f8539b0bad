import { type ComponentProps, useId, useLayoutEffect, useRef } from "react";
import { Button } from "#ui/button";
import { clockText } from "./clock-text.ts";
import { type Session, timeAt } from "./session.model.ts";
import type { Stage } from "./stage.ts";
import { type Drawn, useShown } from "./use-drawn.ts";

/** Step, play, and a line to move along; one main button. */
export function TimeControls({ stage, session }: { stage: Stage; session: Session }) {
  const { act, drawn, isPlaying } = stage;
  const last = session.timeline.beats.length;
  const isBegin = useShown(drawn, session, (position) => position === 0);
  const isEnd = useShown(drawn, session, (position) => position === last);
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
      <MomentLine drawn={drawn} session={session} />
    </div>
  );
}

/** What tells the moment. It is written as the hand moves, past React: there is one of it every frame. */
function MomentLine({ drawn, session }: { drawn: Drawn; session: Session }) {
  const slider = useId();
  const line = useRef<HTMLInputElement>(null);
  const clock = useRef<HTMLOutputElement>(null);
  const isNew = useRef(true);
  useLayoutEffect(() => {
    // A hand may have moved it before the page's script was there.
    const moved = line.current?.valueAsNumber;
    if (isNew.current && moved !== undefined && moved !== session.position)
      drawn.draw(session, moved);
    isNew.current = false;
    const tell = () => {
      if (line.current === null || clock.current === null) return;
      const position = drawn.positionIn(session);
      const { words, text } = told(session, position);
      if (line.current.valueAsNumber !== position) line.current.value = String(position);
      line.current.setAttribute("aria-valuetext", words);
      clock.current.textContent = text;
    };
    tell();
    return drawn.subscribe(tell);
  }, [drawn, session]);
  const { words, text } = told(session, session.position);
  return (
    <span className="relative h-7 min-w-64 flex-1">
      {/* Of a size of its own: what is written in it leaves the rest of the page as it is laid out. */}
      <span className="absolute inset-0 flex items-center gap-3 bg-paper [contain:size_layout]">
        <label htmlFor={slider} className="sr-only">
          Moment
        </label>
        <input
          ref={line}
          id={slider}
          type="range"
          min={0}
          max={session.timeline.beats.length}
          step={1}
          defaultValue={session.position}
          aria-valuetext={words}
          onChange={(event) => drawn.draw(session, event.target.valueAsNumber)}
          className="min-h-6 min-w-24 flex-1 cursor-pointer"
        />
        <output
          ref={clock}
          htmlFor={slider}
          // The announcements tell the moment, and can be turned off.
          aria-live="off"
          className="min-w-[15ch] text-right font-mono text-[0.9rem] text-soft tabular-nums"
        >
          {text}
        </output>
      </span>
    </span>
  );
}

function told({ timeline }: Session, position: number) {
  const last = timeline.beats.length;
  const at = clockText(timeAt(timeline, position));
  return { words: `Moment ${position} of ${last}, ${at}`, text: `${position}/${last} · ${at}` };
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
