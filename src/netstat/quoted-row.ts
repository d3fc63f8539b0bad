/** Reading a row behind the marks of a quotation. */
import type { Dialect } from "./dialect.ts";
import type { LineFields } from "./line-fields.ts";
import { isQuoted, MOST_MARKS } from "./quotation-marks.ts";
import type { RowFields } from "./row-fields.ts";
import { READ } from "./unreadable.ts";

/** Reads a row behind the marks of a quotation, or without any. The answer is `readRow`'s. */
export function readQuoted(
  dialect: Dialect,
  line: LineFields,
  row: RowFields,
  layout: number,
): number {
  let why = dialect.readRow(line, row, layout);
  for (let marks = 0; why !== READ && marks < MOST_MARKS && isQuoted(line); marks += 1) {
    line.dropMark();
    why = dialect.readRow(line, row, layout);
  }
  return why;
}
