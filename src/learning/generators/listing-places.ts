/** Where the rows of a printed listing stand in its text, and their fields: found by the readers that decode people's listings. */
import { dialectOf } from "#netstat/dialects";
import type { Field } from "#netstat/field";
import { LineFields } from "#netstat/line-fields";
import type { DialectId } from "#netstat/listing";
import { RowFields } from "#netstat/row-fields";
import { READ } from "#netstat/unreadable";

export interface Place {
  /** Character offsets into the listing, the end excluded. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface FieldPlace extends Place {
  readonly field: Field;
}

export interface RowPlace extends Place {
  /** In the row's order, without overlap. */
  readonly fields: readonly FieldPlace[];
}

/** Filled anew for each line, as a listing's readers do. */
const line = new LineFields();
const row = new RowFields();

/** The rows in their order, without the spaces around them; what is no row is passed over. */
export function rowPlaces(text: string, dialectId: DialectId): readonly RowPlace[] {
  const dialect = dialectOf(dialectId);
  const places: RowPlace[] = [];
  let layout = 0;
  for (let at = 0; at < text.length; at = line.next) {
    line.scan(text, at);
    if (line.count === 0) continue;
    const from = line.starts[0]!;
    const words = text.slice(from, line.end).replaceAll(/\s+/g, " ");
    if (dialect.isHeading(words)) {
      layout = dialect.layoutOf?.(words, layout, line) ?? 0;
      continue;
    }
    row.clear(text);
    if (dialect.readRow(line, row, layout) !== READ) continue;
    const fields = row.spans(0).map(({ field, start, end }) => ({
      field,
      from: start,
      to: end,
      text: text.slice(start, end),
    }));
    places.push({ from, to: line.end, text: text.slice(from, line.end), fields });
  }
  return places;
}

/** The lines of a listing from the `first` on (counted from 0), without the spaces around them: for rows that no reader takes. */
export function linePlaces(text: string, first: number): readonly Place[] {
  let at = 0;
  const places = text.split("\n").map((line) => {
    const from = at + line.length - line.trimStart().length;
    at += line.length + 1;
    const trimmed = line.trim();
    return { from, to: from + trimmed.length, text: trimmed };
  });
  return places.slice(first);
}
