import { useSyncExternalStore } from "react";
import { endOfDay } from "./calendar.model.ts";

/** How often a page that is left open looks whether a new day began, in milliseconds. */
const LOOKS = 60_000;

/** The last millisecond of today: it changes at midnight alone. 0 while a prerendered page is hydrated. */
export function useToday(): number {
  return useSyncExternalStore(
    watchDay,
    () => endOfDay(Date.now()),
    () => 0,
  );
}

function watchDay(watcher: () => void): () => void {
  const interval = window.setInterval(watcher, LOOKS);
  document.addEventListener("visibilitychange", watcher);
  return () => {
    window.clearInterval(interval);
    document.removeEventListener("visibilitychange", watcher);
  };
}
