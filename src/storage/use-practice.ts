import { useSyncExternalStore } from "react";
import type { AttemptLog } from "#learning/attempt";
import { currentLog, watchLog } from "./practice.ts";

const NOTHING: AttemptLog = [];

/** What was practised, as it grows; nothing while a prerendered page is hydrated. */
export function useAttemptLog(): AttemptLog {
  return useSyncExternalStore(watchLog, currentLog, () => NOTHING);
}
