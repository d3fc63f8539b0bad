import { memo, useEffect, useRef, useState } from "react";
import type { Timeline } from "#simulator/timeline";
import { announcementOf, announcementOfRun } from "./log.model.ts";
import type { Numbering } from "./settings.model.ts";

interface LiveAnnouncementsProps {
  readonly timeline: Timeline;
  readonly position: number;
  readonly isOn: boolean;
  readonly numbers?: Numbering;
}

/** A move that is followed by another at once is told with that one. */
const REST_MS = 350;

/** Tells those who do not see it what a move brought: the last move, once it rests. Nothing while it is off. */
export const LiveAnnouncements = memo(function LiveAnnouncements({
  timeline,
  position,
  isOn,
  numbers = "relative",
}: LiveAnnouncementsProps) {
  const [text, setText] = useState("");
  const told = useRef({ timeline, position });
  useEffect(() => {
    if (!isOn) {
      told.current = { timeline, position };
      return undefined;
    }
    const timer = setTimeout(() => {
      const before = told.current;
      told.current = { timeline, position };
      if (before.timeline !== timeline) setText(announcementOfRun(timeline, position));
      else if (before.position !== position)
        setText(announcementOf(timeline, before.position, position, numbers));
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [timeline, position, isOn, numbers]);
  return (
    <p role="status" className="sr-only">
      {isOn ? text : ""}
    </p>
  );
});
