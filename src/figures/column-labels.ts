/**
 * Labels in a column beside an upright line: each as near its place as the others let it, in the order of
 * their places, none over another. The sum of squared shifts is least (isotonic regression by pooling
 * neighbours); where the column is too short, marks share a label.
 */
import { groupsOfOne, joinClosest, type MarkGroup, type Placed } from "./mark-groups.ts";

export interface ColumnItem {
  /** Where its middle would stand, in px. */
  readonly wanted: number;
  /** In px. */
  readonly height: number;
}

/**
 * The middle of each item, in px, in the order given, which must be that of `wanted`.
 * All lie between `top` and `bottom` if their heights together allow it.
 */
export function spreadColumn(
  items: readonly ColumnItem[],
  top: number,
  bottom: number,
): readonly number[] {
  // Without the heights of those above, "no overlap" reads "not decreasing".
  const offsets: number[] = [];
  let above = 0;
  for (const { height } of items) {
    offsets.push(above + height / 2);
    above += height;
  }
  const pools: { mean: number; size: number }[] = [];
  for (const [index, { wanted }] of items.entries()) {
    let pool = { mean: wanted - (offsets[index] ?? 0), size: 1 };
    for (
      let last = pools.at(-1);
      last !== undefined && last.mean > pool.mean;
      last = pools.at(-1)
    ) {
      pools.pop();
      const size = last.size + pool.size;
      pool = { mean: (last.mean * last.size + pool.mean * pool.size) / size, size };
    }
    pools.push(pool);
  }
  const starts = pools.flatMap(({ mean, size }) =>
    Array.from({ length: size }, () => Math.max(top, Math.min(mean, bottom - above))),
  );
  return starts.map((start, index) => start + (offsets[index] ?? 0));
}

/** As many labels of one height as `room` px hold; beyond that neighbours share one. */
export function groupsThatFit<T extends Placed>(
  marks: readonly T[],
  height: number,
  room: number,
): readonly MarkGroup<T>[] {
  let groups = groupsOfOne(marks);
  while (groups.length > 1 && groups.length * height > room) groups = joinClosest(groups);
  return groups;
}
