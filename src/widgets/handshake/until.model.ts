/**
 * Where a lesson's preset begins to look: `until="end"`, `until="12"` for a position, or `until="A ESTABLISHED"` for the
 * moment when a socket of that host first enters that state.
 */
import type { Timeline } from "#simulator/timeline";

/** Null where the run has no such moment. */
export function positionOf(until: string, { beats }: Timeline): number | null {
  if (until === "end") return beats.length;
  if (/^\d+$/.test(until)) return Number(until) <= beats.length ? Number(until) : null;
  const [host, state] = until.split(" ");
  const at = beats.findIndex(({ effects }) =>
    effects.some(
      (effect) => effect.kind === "state" && effect.host === host && effect.to === state,
    ),
  );
  return at < 0 ? null : at + 1;
}
