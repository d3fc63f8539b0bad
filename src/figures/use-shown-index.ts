import { type RefObject, startTransition, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/**
 * Which of several drawings the room has: 0 below the first of `starts`, in px, which rise; null until it was measured.
 * The ref is for an empty element as wide as the room: one without height, so that what is shown does not change it.
 */
export function useShownIndex(
  starts: readonly number[],
): readonly [RefObject<HTMLDivElement | null>, number | null] {
  const room = useRef<HTMLDivElement>(null);
  const [index, setIndex] = useState<number | null>(null);
  useEffect(() => {
    if (room.current === null) return;
    let isMeasured = false;
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      // Where it stands in something that is not shown, it has none.
      if (width === 0) return;
      const next = starts.filter((start) => width >= start).length;
      // The classes show the right one until then. After that in the same frame, so that nothing of another width is seen.
      if (isMeasured) flushSync(() => setIndex(next));
      else startTransition(() => setIndex(next));
      isMeasured = true;
    });
    observer.observe(room.current);
    return () => observer.disconnect();
  }, [starts]);
  return [room, index];
}
