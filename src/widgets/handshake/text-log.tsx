import { memo, startTransition, useEffect, useMemo, useRef, useState } from "react";
import type { Timeline } from "#simulator/timeline";
import { type LogEntry, logOf } from "./log.model.ts";
import type { Numbering } from "./settings.model.ts";

interface TextLogProps {
  readonly timeline: Timeline;
  readonly position: number;
  /** Whether what comes after the position is told. */
  readonly showsFuture: boolean;
  readonly onGo: (position: number) => void;
  readonly numbers?: Numbering;
  /** In its whole length, for a page that cannot scroll in it. */
  readonly isWhole?: boolean;
}

/** A moment that is followed by another at once is not told of: that is a hand drawing time along. */
const REST_MS = 80;

/** So many entries come or go in a frame: more would hold it up. */
const MOST_AT_ONCE = 6;

/** The position, once it rests, and the way there some entries at a time; at once where the run is another one. */
function useRested(timeline: Timeline, position: number): number {
  const [rested, setRested] = useState({ timeline, position });
  if (rested.timeline !== timeline) setRested({ timeline, position });
  const shown = rested.timeline === timeline ? rested.position : position;
  const isOnWay = useRef(false);
  useEffect(() => {
    if (shown === position) {
      isOnWay.current = false;
      return undefined;
    }
    const away = Math.max(-MOST_AT_ONCE, Math.min(MOST_AT_ONCE, position - shown));
    const go = () => {
      isOnWay.current = true;
      startTransition(() => setRested({ timeline, position: shown + away }));
    };
    if (isOnWay.current) {
      const frame = requestAnimationFrame(go);
      return () => cancelAnimationFrame(frame);
    }
    const timer = setTimeout(go, REST_MS);
    return () => clearTimeout(timer);
  }, [timeline, position, shown]);
  return shown;
}

/** The run as sentences, moment by moment; choosing one goes there. */
export const TextLog = memo(function TextLog({
  timeline,
  position: wanted,
  showsFuture,
  onGo,
  numbers = "relative",
  isWhole = false,
}: TextLogProps) {
  const position = useRested(timeline, wanted);
  const entries = useMemo(() => logOf(timeline, numbers), [timeline, numbers]);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // In the frame that lays the new entries out: measured before, they would be laid out twice.
    const frame = requestAnimationFrame(() => keepInView(list.current, position));
    return () => cancelAnimationFrame(frame);
  }, [position]);
  return (
    <ol
      ref={list}
      aria-label="The run in words"
      tabIndex={0}
      className={`relative rounded-box border border-line px-2 py-1 ${isWhole ? "" : "max-h-[28rem] overflow-y-auto print:max-h-none"}`}
    >
      {entries.map((entry) =>
        !showsFuture && entry.position > position ? null : (
          <Entry
            key={entry.position}
            entry={entry}
            isCurrent={entry.position === position}
            isFuture={entry.position > position}
            onGo={onGo}
          />
        ),
      )}
    </ol>
  );
});

const Entry = memo(function Entry({
  entry,
  isCurrent,
  isFuture,
  onGo,
}: {
  entry: LogEntry;
  isCurrent: boolean;
  isFuture: boolean;
  onGo: (position: number) => void;
}) {
  const { position, time, wait, sentences } = entry;
  return (
    <li
      aria-current={isCurrent ? "step" : undefined}
      className="border-b border-line last:border-0"
    >
      {wait !== null && <p className="pt-1.5 text-[0.9rem] text-soft italic">{wait}</p>}
      <button
        type="button"
        onClick={() => onGo(position)}
        className={`grid w-full grid-cols-[auto_1fr] gap-x-3 rounded-md px-1 py-1.5 text-left text-[0.95rem] leading-snug hover:bg-panel ${
          isCurrent ? "border-l-4 border-accent bg-panel pl-2" : ""
        } ${isFuture ? "text-soft" : ""}`}
      >
        <span className="font-mono text-[0.9rem] text-soft tabular-nums">
          {time}
          {isCurrent && <span className="block font-sans text-[0.85rem] text-ink">now</span>}
        </span>
        <span className="min-w-0 space-y-0.5 wrap-anywhere">
          {sentences.map(({ key, text }) => (
            <span key={key} className="block">
              {text}
            </span>
          ))}
        </span>
      </button>
    </li>
  );
});

/** Scrolls the list alone, never the page. */
function keepInView(list: HTMLOListElement | null, position: number): void {
  const entry = list?.children[position];
  if (list === null || !(entry instanceof HTMLElement)) return;
  const top = entry.offsetTop;
  const bottom = top + entry.offsetHeight;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
}
