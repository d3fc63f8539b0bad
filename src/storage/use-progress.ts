import { useSyncExternalStore } from "react";
import { NO_PROGRESS, type Progress } from "#learning/progress";
import { currentProgress, watchProgress } from "./progress.ts";

/** The reader's progress, as it changes; none while a prerendered page is hydrated. */
export function useProgress(): Progress {
  return useSyncExternalStore(watchProgress, currentProgress, () => NO_PROGRESS);
}
