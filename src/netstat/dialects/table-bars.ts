/**
 * Tables that were put into Markdown have bars between their cells, and pasted headings stand behind
 * the mark of a comment or a quotation as their rows do. Both are taken away before a line is read.
 */
import type { LineFields } from "../line-fields.ts";

const BAR = 124;

/** The first words that a heading behind a mark has. */
export const HEADING_MARKS: readonly string[] = ["#", "//", ">", "|"];

/** A heading's words without the mark before them and the bars between. */
export function unmarkedWords(words: string): string {
  const bare = /^(?:[#>|]|\/\/) /.test(words) ? words.slice(words.indexOf(" ") + 1) : words;
  return bare.includes("|")
    ? bare
        .split(/ ?\| ?/)
        .filter(Boolean)
        .join(" ")
    : bare;
}

export const isBar = (line: LineFields, at: number): boolean =>
  at < line.count && line.lengthOf(at) === 1 && line.firstCodeOf(at) === BAR;

/** Forgets the fields that are bars, if the second one is. */
export function dropBars(line: LineFields): void {
  if (line.count < 3 || !isBar(line, 1)) return;
  let kept = 0;
  for (let at = 0; at < line.count; at += 1) {
    if (isBar(line, at)) continue;
    line.starts[kept] = line.starts[at]!;
    line.ends[kept] = line.ends[at]!;
    kept += 1;
  }
  line.count = kept;
  line.end = line.ends[kept - 1]!;
}
