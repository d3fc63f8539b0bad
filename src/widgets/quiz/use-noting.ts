import { useEffect, useRef } from "react";
import { type Attempt, logText, readLog } from "#learning/attempt";
import { logKeeping, noteAgain, noteAttempt } from "#storage/practice";
import type { useEntry } from "./use-entry.ts";

/**
 * Notes an answer. Where the browser keeps none, the tab's own entry of the history holds what was answered on this
 * page, and a reload finds it there.
 */
export function useNoting({
  entry,
  keep,
}: ReturnType<typeof useEntry>): (attempt: Attempt) => void {
  const noted = useRef<readonly Attempt[]>([]);
  const { practised } = entry;
  useEffect(() => {
    if (noted.current.length > 0) return;
    noted.current = typeof practised === "string" ? readLog(practised).log : [];
    if (noted.current.length > 0) noteAgain(noted.current);
  }, [practised]);

  return (attempt) => {
    noteAttempt(attempt);
    noted.current = [...noted.current, attempt];
    if (logKeeping() !== "browser") keep({ practised: logText(noted.current) });
  };
}
