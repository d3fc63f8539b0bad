/** A measured number against its bar, and the table of them. Pure. */

export interface Measure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The value may reach the bar, not pass it; undefined where none is set. */
  readonly bar?: number;
  /** Digits after the point. */
  readonly digits?: number;
}

export function verdict({ value, bar, unit, digits = 0 }: Measure): string {
  if (bar === undefined) return "";
  return value <= bar ? "within" : `over by ${shown(value - bar, unit, digits)}`;
}

/** One line a measure, in aligned columns under `title`. */
export function table(title: string, measures: readonly Measure[]): string {
  const heading = [title, "measured", "bar", "verdict"];
  const rows = measures.map((measure) => {
    const { what, value, bar, unit, digits = 0 } = measure;
    const limit = bar === undefined ? "" : `≤ ${shown(bar, unit, digits)}`;
    return [what, shown(value, unit, digits), limit, verdict(measure)];
  });
  const widths = heading.map((_, column) =>
    Math.max(...[heading, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  return [
    line(heading),
    widths.map((width) => "─".repeat(width)).join("  "),
    ...rows.map(line),
  ].join("\n");
}

/** The middle value; the mean of the two in the middle where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1];
  const high = sorted[Math.floor(middle)];
  if (low === undefined || high === undefined)
    throw new RangeError("There is no median of nothing.");
  return (low + high) / 2;
}

function shown(value: number, unit: string, digits: number): string {
  return `${value.toFixed(digits)}${unit === "×" ? "" : " "}${unit}`.trimEnd();
}
