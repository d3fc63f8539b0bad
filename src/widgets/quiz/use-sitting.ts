import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
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
import { useEntry } from "./use-entry.ts";

/** A tab's sitting stands in its own entry of the history: a reload finds it there even where storage is blocked. */
interface Entry {
  readonly sitting: Sitting;
  /** It was ended before its last question. */
  readonly isLeft: boolean;
  /** How many questions were gone on from: the one after them is shown, with its reasons once it is answered. */
  readonly passed: number;
}

export function entryState({ sitting, isLeft, passed }: Entry) {
  return { sitting: plainSitting(sitting), isLeft, passed };
}

export function begun(plan: QuizPlan): Sitting {
  return { plan, startedAt: Date.now(), given: [] };
}

/**
 * The sitting of a plan in this tab. Each answer is kept in the browser and in the tab's history. Another tab with
 * the same sitting adds its answers to it; a sitting that was begun anew is another one.
 */
export function useSitting(plan: QuizPlan) {
  const { entry: kept, keep } = useEntry();
  const record = useSyncExternalStore(watchSittings, currentSittings);
  const [entry, setEntry] = useState<Entry | null>(() => readEntry(kept, plan));

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
      keep(entryState(next));
    },
    [keep],
  );

  const passed = entry?.passed ?? 0;

  return {
    sitting,
    passed,
    isLeft: entry?.isLeft ?? false,
    unfinished: unfinished ?? null,
    begin: (from: Sitting | null, passed: number) =>
      show({ sitting: from ?? begun(plan), isLeft: false, passed }),
    /** False where that question has an answer already. */
    answer: (index: number, given: Given): boolean => {
      if (sitting === null) return false;
      const next = withAnswer(sitting, index, given);
      if (next !== sitting) show({ sitting: next, isLeft: false, passed });
      return next !== sitting;
    },
    goOnFrom: (questions: number) => {
      setEntry((now) => now && { ...now, passed: questions });
      keep({ passed: questions });
    },
    leave: () => {
      if (sitting !== null) show({ sitting, isLeft: true, passed });
    },
  };
}

function readEntry(
  { sitting: written, isLeft, passed }: Readonly<Record<string, unknown>>,
  plan: QuizPlan,
): Entry | null {
  const sitting = readSitting(written);
  if (sitting === null || planQuery(sitting.plan) !== planQuery(plan)) return null;
  const { length } = sitting.given;
  // Only a quiz shows what was answered.
  const isPlace =
    plan.mode === "quiz" &&
    Number.isInteger(passed) &&
    Number(passed) >= 0 &&
    Number(passed) <= length;
  return { sitting, isLeft: isLeft === true, passed: isPlace ? Number(passed) : length };
}
