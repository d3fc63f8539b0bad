import { useEffect } from "react";

/** Calls `next` after each pause while `isPlaying`; nothing moves by itself before. Milliseconds. */
export function usePlaying(isPlaying: boolean, pause: number, next: () => void) {
  useEffect(() => {
    if (!isPlaying) return;
    const timer = window.setTimeout(next, pause);
    return () => window.clearTimeout(timer);
  }, [isPlaying, pause, next]);
}
