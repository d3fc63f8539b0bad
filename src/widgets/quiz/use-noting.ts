import { useEffect, useRef } from "react";
import { useLocation, useNavigate } from "react-router";
import { type Attempt, logText, readLog } from "#learning/attempt";
import { logKeeping, noteAgain, noteAttempt } from "#storage/practice";

/**
 * Notes an answer. Where the browser keeps none, the tab's own entry of the history holds what was answered on this
 * page, and a reload finds it there.
 */
export function useNoting(): (attempt: Attempt) => void {
  const { search, hash, state } = useLocation();
  const navigate = useNavigate();
  const noted = useRef<readonly Attempt[]>([]);
  useEffect(() => {
    if (noted.current.length > 0) return;
    noted.current = notedIn(state);
    if (noted.current.length > 0) noteAgain(noted.current);
  }, [state]);

  return (attempt) => {
    noteAttempt(attempt);
    noted.current = [...noted.current, attempt];
    if (logKeeping() === "browser") return;
    const practised = logText(noted.current);
    // Later: React takes a transition within a form's event for an action of that form, whose button may be gone.
    queueMicrotask(() => void navigate({ search, hash }, { replace: true, state: { practised } }));
  };
}

function notedIn(state: unknown): readonly Attempt[] {
  if (typeof state !== "object" || state === null || !("practised" in state)) return [];
  return typeof state.practised === "string" ? readLog(state.practised).log : [];
}
