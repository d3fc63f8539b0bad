/**
 * Too many labels for the room there is: neighbours share one label, which counts those it does not name
 * ("22 ssh +3 more"). Used by both drawings of the port line.
 */

/** What a label can stand for: a thing at a place on the line. */
export interface Placed {
  /** From 0 to 1 along the figure. */
  readonly at: number;
  /** Whether its own label must be kept. */
  readonly pinned: boolean;
}

/** One label: it names `head` and counts `others`. */
export interface MarkGroup<T> {
  readonly head: T;
  readonly others: readonly T[];
}

export function groupsOfOne<T extends Placed>(marks: readonly T[]): readonly MarkGroup<T>[] {
  return marks.toSorted((a, b) => a.at - b.at).map((head) => ({ head, others: [] }));
}

/**
 * Joins the two neighbours that stand closest. The pinned head stays, else the first.
 * Groups come and go in the order of their places; fewer than two come back as they are.
 */
export function joinClosest<T extends Placed>(
  groups: readonly MarkGroup<T>[],
): readonly MarkGroup<T>[] {
  let closest = 0;
  let least = Infinity;
  for (const [index, group] of groups.entries()) {
    const next = groups[index + 1];
    if (next !== undefined && next.head.at - group.head.at < least) {
      least = next.head.at - group.head.at;
      closest = index;
    }
  }
  const first = groups[closest];
  const second = groups[closest + 1];
  if (first === undefined || second === undefined) return groups;
  const [kept, lost] = second.head.pinned ? [second, first] : [first, second];
  const joined = { head: kept.head, others: [...kept.others, lost.head, ...lost.others] };
  return groups.toSpliced(closest, 2, joined);
}
