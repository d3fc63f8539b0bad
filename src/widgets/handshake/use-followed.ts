import { startTransition, useEffect, useRef, useState } from "react";
import type { Session } from "./session.model.ts";

/** Moves that come faster than the lanes can follow are a hand drawing time along: the lanes wait until it rests. */
const COSTS_APART = 8;
const LONGEST_APART_MS = 200;
const REST_MS = 80;

/** In milliseconds of the page's clock. */
interface Pace {
  movedAt: number;
  /** What the lanes were told to follow to last, and when. */
  begun: { readonly session: Session; readonly at: number } | null;
  /** How long it took them. */
  cost: number;
}

/**
 * The session as the lanes show it: at once after a single step, and while time is drawn along as often as this machine
 * follows with ease, so that the slider and the ladder are never held up.
 */
export function useFollowed(session: Session): Session {
  const [followed, follow] = useState(session);
  const pace = useRef<Pace>({ movedAt: 0, begun: null, cost: 0 });
  useEffect(() => {
    const { begun } = pace.current;
    if (begun?.session === followed) pace.current.cost = performance.now() - begun.at;
  }, [followed]);
  useEffect(() => {
    if (session === followed) return;
    const now = performance.now();
    const { movedAt, cost } = pace.current;
    pace.current.movedAt = now;
    const isDrawn = now - movedAt < Math.min(LONGEST_APART_MS, COSTS_APART * cost);
    const isSameRun = session.timeline === followed.timeline;
    const timer = setTimeout(
      () => {
        pace.current.begun = { session, at: performance.now() };
        startTransition(() => follow(session));
      },
      isDrawn && isSameRun ? REST_MS : 0,
    );
    return () => clearTimeout(timer);
  }, [session, followed]);
  return followed;
}
