/** Long work in the page, some milliseconds at a time, so that the page stays at hand meanwhile. */

/** Of work between two breaths; the bar for a page's longest task is 50 on a slow phone. */
const AT_A_TIME_MS = 8;

/** Begins in a turn of its own. Rejects with the signal's reason where it is aborted meanwhile. */
export async function inTurns<Result>(
  parts: Iterator<unknown, Result>,
  signal?: AbortSignal,
): Promise<Result> {
  for (;;) {
    await nextTurn();
    signal?.throwIfAborted();
    const until = performance.now() + AT_A_TIME_MS;
    do {
      const { done, value } = parts.next();
      if (done === true) return value;
    } while (performance.now() < until);
  }
}

const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve));
