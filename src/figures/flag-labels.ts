/**
 * Labels beside a horizontal line, as flags on poles: each pole stands on its mark, its text flies right of
 * the pole, or left of it near the right end. Rows count away from the line. A pole never crosses a text:
 * whoever flies over another's pole flies further out. Poles stand at fractions of the width and texts have
 * a fixed size, so what fits at one width fits at every greater one.
 */
import { groupsOfOne, joinClosest, type MarkGroup, type Placed } from "./mark-groups.ts";

export interface Flag<T> extends MarkGroup<T> {
  /** 0 is next to the line. */
  readonly row: number;
  readonly side: "right" | "left";
}

/** From the pole to its text, in px. */
export const POLE_GAP = 6;
/** From a text to the next pole or text, in px. */
const FLAG_GAP = 10;

interface Room<T> {
  /** The least width of the figure, in px. */
  readonly width: number;
  readonly rows: number;
  /** How wide the label is that names `mark` and counts `others`, in px. */
  readonly widthOf: (mark: T, others: number) => number;
}

/**
 * One flag a mark where the room allows it, in the order of their places; else neighbours share one.
 * No label may be wider than half the figure: then one flag always fits.
 */
export function placeFlags<T extends Placed>(
  marks: readonly T[],
  room: Room<T>,
): readonly Flag<T>[] {
  let groups = groupsOfOne(marks);
  for (;;) {
    const flags = bestFlags(groups, room);
    if (flags !== null) return flags;
    if (groups.length <= 1) return [];
    groups = joinClosest(groups);
  }
}

/** Tries every place from which on the flags fly left; fewest rows win, then fewest flags to the left. */
function bestFlags<T extends Placed>(
  groups: readonly MarkGroup<T>[],
  room: Room<T>,
): readonly Flag<T>[] | null {
  const poles = groups.map(({ head }) => head.at * room.width);
  const lengths = groups.map(({ head, others }) => POLE_GAP + room.widthOf(head, others.length));
  let best: readonly number[] | null = null;
  let firstLeft = groups.length;
  for (let candidate = groups.length; candidate >= 0; candidate--) {
    const rows = rowsFor(poles, lengths, candidate, room);
    if (rows !== null && (best === null || Math.max(...rows) < Math.max(...best))) {
      best = rows;
      firstLeft = candidate;
    }
  }
  if (best === null) return null;
  return groups.map((group, index) => ({
    ...group,
    row: best[index] ?? 0,
    side: index < firstLeft ? "right" : "left",
  }));
}

/** The row of each flag, or null where they do not fit. */
function rowsFor<T>(
  poles: readonly number[],
  lengths: readonly number[],
  firstLeft: number,
  room: Room<T>,
): readonly number[] | null {
  const spans = poles.map((pole, index) => {
    const length = lengths[index] ?? 0;
    return index < firstLeft
      ? { from: pole, to: pole + length }
      : { from: pole - length, to: pole };
  });
  if (spans.some(({ from, to }) => from < 0 || to > room.width)) return null;

  const rows = poles.map(() => 0);
  // Raises flags until each is further out than all it flies over. A circle of them ends at the last row.
  for (let raised = true; raised;) {
    raised = false;
    for (let i = poles.length - 1; i >= 0; i--) {
      for (let j = 0; j < poles.length; j++) {
        if (i === j || !fliesOver(i, j) || (rows[i] ?? 0) > (rows[j] ?? 0)) continue;
        rows[i] = (rows[j] ?? 0) + 1;
        if ((rows[i] ?? 0) >= room.rows) return null;
        raised = true;
      }
    }
  }
  return rows;

  function fliesOver(i: number, j: number): boolean {
    const [mine, theirs] = [spans[i], spans[j]];
    if (mine === undefined || theirs === undefined) return false;
    const pole = poles[j] ?? 0;
    if (i < firstLeft && i < j && pole < mine.to + FLAG_GAP) return true;
    if (i >= firstLeft && i > j && pole > mine.from - FLAG_GAP) return true;
    // A right and a left flag may meet without either reaching the other's pole.
    return i < firstLeft && j >= firstLeft && mine.to + FLAG_GAP > theirs.from;
  }
}
