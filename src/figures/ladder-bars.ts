/** Along a host's column: a bar for each of its TCP sockets, in the colour of its state, side by side while they live. */
import { type StatePhase, phaseOf } from "#net/tcp-state";
import type { Ladder, LadderMark } from "#simulator/ladder";

export interface Bar {
  readonly column: number;
  /** 0 is the leftmost. */
  readonly slot: number;
  readonly socket: number;
  readonly phase: StatePhase;
  readonly fromRow: number;
  /** Where the next state begins; null for the ladder's end. */
  readonly toRow: number | null;
}

/** Where a host has more sockets than this at once, the others have no bar. */
export const MOST_BARS = 8;

export function barsOf({ columns, marks }: Ladder): readonly Bar[] {
  return columns.flatMap((_, column) => columnBars(marks, column));
}

function columnBars(marks: readonly LadderMark[], column: number): readonly Bar[] {
  const states = marks.filter(
    (mark) =>
      mark.column === column && !mark.isGhost && mark.state !== null && mark.socket !== null,
  );
  const slots: (number | null)[] = [];
  const bars: Bar[] = [];
  for (const [index, { state, socket, row }] of states.entries()) {
    if (state === null || socket === null) continue;
    const held = slots.indexOf(socket);
    const slot = held !== -1 ? held : freeSlot(slots);
    slots[slot] = state === "CLOSED" ? null : socket;
    if (state === "CLOSED" || slot >= MOST_BARS) continue;
    const toRow = states.slice(index + 1).find((mark) => mark.socket === socket)?.row ?? null;
    if (toRow === row) continue;
    bars.push({ column, slot, socket, phase: phaseOf(state), fromRow: row, toRow });
  }
  return bars;
}

function freeSlot(slots: readonly (number | null)[]): number {
  const free = slots.indexOf(null);
  return free === -1 ? slots.length : free;
}

/** In px. */
export function barWidth(slots: number): number {
  if (slots <= 3) return 5;
  return slots <= 5 ? 3.5 : 2;
}

export const BAR_GAP = 2;

/** Half of what the bars of a column take, at least a hairline's room. */
export function halfWidth(slots: number): number {
  return Math.max(2, (slots * (barWidth(slots) + BAR_GAP) - BAR_GAP) / 2);
}
