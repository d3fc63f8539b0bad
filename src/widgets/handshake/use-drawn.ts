import { startTransition, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import type { Timeline } from "#simulator/timeline";
import type { Session } from "./session.model.ts";

/**
 * The moment that is shown at once. While a hand draws the slider along, it is where the hand is, and the session goes
 * there when the hand rests: a new position every frame leaves no time to paint more than slider, clock and ladder.
 */
export interface Drawn {
  readonly positionIn: (session: Session) => number;
  readonly subscribe: (told: () => void) => () => void;
  readonly draw: (session: Session, position: number) => void;
  /** Takes the session to where the hand has drawn it, before anything is done to it. */
  readonly settle: () => void;
  /** The session goes elsewhere. */
  readonly forget: () => void;
}

const REST_MS = 80;

export function useDrawn(session: Session, go: (position: number) => void): Drawn {
  const [drawn] = useState(drawnMoment);
  useLayoutEffect(() => drawn.reached(session, go), [drawn, session, go]);
  useLayoutEffect(() => drawn.forget, [drawn]);
  return drawn;
}

/** What is shown of the drawn moment: painted anew only where that is another. */
export function useShown<Shown extends string | number | boolean>(
  drawn: Drawn,
  session: Session,
  shown: (position: number) => Shown,
): Shown {
  const read = () => shown(drawn.positionIn(session));
  return useSyncExternalStore(drawn.subscribe, read, read);
}

function drawnMoment() {
  let now: { readonly timeline: Timeline; readonly position: number } | null = null;
  let settled: { readonly session: Session; readonly go: (position: number) => void } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const show = (next: typeof now) => {
    clearTimeout(timer);
    if (now === next) return;
    now = next;
    for (const told of listeners) told();
  };
  const rest = () => {
    if (now === null || settled === null) return;
    const { session, go } = settled;
    if (now.timeline === session.timeline && now.position !== session.position) go(now.position);
    else show(null);
  };
  return {
    positionIn: ({ timeline, position }: Session) =>
      now !== null && now.timeline === timeline ? now.position : position,
    subscribe: (told: () => void) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
    draw: ({ timeline }: Session, position: number) => {
      show({ timeline, position });
      timer = setTimeout(() => startTransition(rest), REST_MS);
    },
    settle: () => flushSync(rest),
    forget: () => show(null),
    /** Every session comes by here: the one to which the hand has drawn, or one that has nothing to do with it. */
    reached: (session: Session, go: (position: number) => void) => {
      settled = { session, go };
      if (now?.timeline !== session.timeline || now.position === session.position) show(null);
    },
  };
}
