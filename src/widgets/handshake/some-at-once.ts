import { startTransition, useEffect, useState } from "react";

/** So many rows are drawn anew in a frame: more would hold it up. */
const MOST_AT_ONCE = 16;

/**
 * `to`, with what differs drawn some rows a frame where that is much. `isSame` tells whether two are one row that looks
 * different; where rows came, went or became others, all are there at once.
 */
export function useSomeAtOnce<Row>(
  to: readonly Row[],
  isSame: (one: Row, other: Row) => boolean,
): readonly Row[] {
  const [drawn, draw] = useState(to);
  const next = someTaken(drawn, to, MOST_AT_ONCE, isSame);
  const isWhole = next === to;
  if (isWhole && drawn !== to) draw(to);
  useEffect(() => {
    if (isWhole) return undefined;
    const frame = requestAnimationFrame(() => startTransition(() => draw(next)));
    return () => cancelAnimationFrame(frame);
  }, [isWhole, next]);
  return isWhole ? to : drawn;
}

/** `from` with the first `most` rows that differ taken from `to`; `to` itself if no more than that differ. */
export function someTaken<Row>(
  from: readonly Row[],
  to: readonly Row[],
  most: number,
  isSame: (one: Row, other: Row) => boolean,
): readonly Row[] {
  if (from.length !== to.length || !from.every((row, at) => isSame(row, to[at]!))) return to;
  let left = most;
  const taken = from.map((row, at) => (row === to[at] || left-- <= 0 ? row : to[at]!));
  return left >= 0 ? to : taken;
}
