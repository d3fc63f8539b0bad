/** What a person says the parts of a text are, in the order of the lines. */
import type { Correction } from "#netstat/decode";

/** Adds one; what it overlaps goes. */
export function withCorrection(
  corrections: readonly Correction[],
  added: Correction,
): readonly Correction[] {
  return [
    ...corrections.filter(({ from, to }) => to < added.from || from > added.to),
    added,
  ].toSorted((one, other) => one.from - other.from);
}
