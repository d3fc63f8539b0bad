import { useLayoutEffect, useState } from "react";
import type { Session } from "./session.model.ts";

/** The lanes' turns after a long way: one a frame, so that no task is long. */
export interface Turns {
  /** `take` is done in a frame of its own, after those that wait already. Returns what gives the turn up. */
  readonly wait: (take: () => void) => () => void;
  readonly areWaiting: () => boolean;
  readonly subscribe: (told: () => void) => () => void;
}

/** In moments: what a few of them change is painted in one frame. */
const FAR = 6;

export function makeTurns(): Turns {
  const waiting = new Set<() => void>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const told of listeners) told();
  };
  const next = () => {
    const [take] = waiting;
    if (take === undefined) return;
    take();
    waiting.delete(take);
    if (waiting.size === 0) tell();
    else requestAnimationFrame(next);
  };
  return {
    wait: (take) => {
      waiting.add(take);
      if (waiting.size === 1) {
        tell();
        requestAnimationFrame(next);
      }
      return () => {
        if (waiting.delete(take) && waiting.size === 0) tell();
      };
    },
    areWaiting: () => waiting.size > 0,
    subscribe: (told) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
  };
}

/** What is followed, at once where it is near; after a long way in its turn. */
export function useInTurn(turns: Turns, followed: Session): Session {
  const [taken, take] = useState(followed);
  const isFar =
    taken.timeline === followed.timeline && Math.abs(taken.position - followed.position) > FAR;
  if (!isFar && taken !== followed) take(followed);
  useLayoutEffect(
    () => (isFar ? turns.wait(() => take(followed)) : undefined),
    [turns, isFar, followed],
  );
  return isFar ? taken : followed;
}
