/** Finds the group that a place among the rows belongs to. Groups stand in the order of their rows. */
import type { RowGroup } from "./session.model.ts";

/** The index of the group; groups hold every place, so there is one. */
export function groupIndexAt(groups: readonly RowGroup[], place: number): number {
  let low = 0;
  let high = groups.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (groups[middle]!.from <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function groupAt(groups: readonly RowGroup[], place: number): RowGroup {
  return groups[groupIndexAt(groups, place)]!;
}
