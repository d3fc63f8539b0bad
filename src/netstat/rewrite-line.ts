/**
 * A line with some of its pieces replaced, and its columns kept in place as far as there is room: where a
 * piece became longer, the spaces behind it give way, and where it became shorter, spaces are added. One
 * space always stays, and none is added at the line's end.
 */

export interface Piece {
  /** Offsets in the line; pieces do not overlap. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `between` gives what to show of the text between two pieces; its spaces may be stretched. */
export function rewritten(
  line: string,
  pieces: readonly Piece[],
  between: (text: string) => string,
): string {
  let shown = "";
  let at = 0;
  // How many characters the line is ahead of where it would be.
  let ahead = 0;
  const hasColumns = line.includes("  ");
  const put = (text: string, isLast: boolean) => {
    const kept = between(text);
    ahead += kept.length - text.length;
    const spaced = ahead === 0 || !hasColumns ? kept : stretched(kept, ahead, isLast);
    ahead += spaced.length - kept.length;
    shown += spaced;
  };
  for (const { start, end, text } of pieces.toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue;
    put(line.slice(at, start), false);
    shown += text;
    ahead += text.length - (end - start);
    at = end;
  }
  put(line.slice(at), true);
  return shown;
}

/** The first run of spaces, shorter or longer by as much as the line is ahead or behind; (LISTEN) is no column. */
function stretched(text: string, ahead: number, isLast: boolean): string {
  const run = / +(?!\()/.exec(text);
  if (run === null || (isLast && run.index + run[0].length === text.length)) return text;
  // One space alone: the column was full, or flowed over, and does not grow.
  if (run[0].length === 1) return text;
  const length = Math.max(1, run[0].length - ahead);
  return text.slice(0, run.index) + " ".repeat(length) + text.slice(run.index + run[0].length);
}
