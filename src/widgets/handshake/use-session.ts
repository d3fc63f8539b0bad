import { startTransition, useCallback, useEffect, useReducer, useRef, useState } from "react";
import type { Plan } from "#simulator/plan";
import type { Timeline } from "#simulator/timeline";
import { runOf } from "./run-of-plan.ts";
import { type SessionChange, changed, openedSession } from "./session.model.ts";

/** The session of one handshake, and how to change it. A plan is run in turns; meanwhile the old run stands. */
export function useSession(first: Timeline, position: number) {
  const [session, apply] = useReducer(changed, null, () => openedSession(first, position));
  const [isRunning, setRunning] = useState(false);
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  const change = useCallback((to: SessionChange) => {
    if (to.kind === "go") apply(to);
    // Another ladder is drawn for it: in slices.
    else startTransition(() => apply(to));
  }, []);

  const run = useCallback(
    async (
      plan: Plan,
      how: {
        kind: "changed" | "opened";
        position?: number | ((made: Timeline) => number) | undefined;
      },
    ) => {
      running.current?.abort();
      const mine = new AbortController();
      running.current = mine;
      setRunning(true);
      try {
        const timeline = await runOf(plan, mine.signal);
        const to = typeof how.position === "function" ? how.position(timeline) : how.position;
        if (how.kind === "opened") change({ kind: "opened", timeline, position: to ?? 0 });
        else if (to === undefined) change({ kind: "changed", timeline });
        else change({ kind: "changed", timeline, position: to });
      } catch (error) {
        if (!mine.signal.aborted) throw error;
      } finally {
        // Not before the run it was for is there.
        if (running.current === mine) startTransition(() => setRunning(false));
      }
    },
    [change],
  );

  return { session, change, run, isRunning };
}
