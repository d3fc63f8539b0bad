import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { useLocation, useNavigate } from "react-router";
import { type QuizPlan, planQuery } from "#learning/quiz-plan";
import type { Given, Sitting } from "#learning/quiz-sitting";
import {
  isSameSitting,
  longer,
  plainSitting,
  readSitting,
  withAnswer,
} from "#learning/sitting-record";
import { currentSittings, keepSitting, watchSittings } from "#storage/sittings";

/** A tab's sitting stands in its own entry of the history: a reload finds it there even where storage is blocked. */
interface Entry {
  readonly sitting: Sitting;
  /** It was ended before its last question. */
  readonly isLeft: boolean;
}

export function entryState({ sitting, isLeft }: Entry): object {
  return { sitting: plainSitting(sitting), isLeft };
}

export function begun(plan: QuizPlan): Sitting {
  return { plan, startedAt: Date.now(), given: [] };
}

/**
 * The sitting of a plan in this tab. Each answer is kept in the browser and in the tab's history. Another tab with
 * the same sitting adds its answers to it; a sitting that was begun anew is another one.
 */
export function useSitting(plan: QuizPlan) {
  const { search, hash, state } = useLocation();
  const navigate = useNavigate();
  const record = useSyncExternalStore(watchSittings, currentSittings);
  const [entry, setEntry] = useState<Entry | null>(() => readEntry(state, plan));

  const own = entry?.sitting ?? null;
  const sitting = useMemo(() => {
    if (own === null) return null;
    const kept = record.sittings.find((each) => isSameSitting(each, own));
    return kept === undefined ? own : longer(kept, own);
  }, [own, record]);
  /** One of the same questions that was begun before, here or in another tab, and not finished. */
  const unfinished = record.sittings.find(
    (each) => planQuery(each.plan) === planQuery(plan) && each.given.length < plan.count,
  );

  const show = useCallback(
    (next: Entry) => {
      setEntry(next);
      keepSitting(next.sitting);
      // Later: React takes a transition within a form's event for an action of that form, whose button may be gone.
      queueMicrotask(
        () => void navigate({ search, hash }, { replace: true, state: entryState(next) }),
      );
    },
    [navigate, search, hash],
  );

  return {
    sitting,
    isLeft: entry?.isLeft ?? false,
    unfinished: unfinished ?? null,
    begin: (from: Sitting | null) => show({ sitting: from ?? begun(plan), isLeft: false }),
    /** False where that question has an answer already. */
    answer: (index: number, given: Given): boolean => {
      if (sitting === null) return false;
      const next = withAnswer(sitting, index, given);
      if (next !== sitting) show({ sitting: next, isLeft: false });
      return next !== sitting;
    },
    leave: () => {
      if (sitting !== null) show({ sitting, isLeft: true });
    },
  };
}

function readEntry(state: unknown, plan: QuizPlan): Entry | null {
  if (typeof state !== "object" || state === null) return null;
  const { sitting: written, isLeft } = state as Record<string, unknown>;
  const sitting = readSitting(written);
  if (sitting === null || planQuery(sitting.plan) !== planQuery(plan)) return null;
  return { sitting, isLeft: isLeft === true };
}
