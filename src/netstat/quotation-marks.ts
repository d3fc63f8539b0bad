/** Marks in front of quoted rows: a mail's (also of a quoted mail's mail), Select-String's, a comment's, a diff's. */
import type { LineFields } from "./line-fields.ts";

const MARKS = new Set([">", ">>", "//", "#", "|", "*", "+", "-"]);
const HASH = 35;
const MORE_THAN = 62;

/** A mail is seldom quoted more often. */
export const MOST_MARKS = 6;

/** A mark of its own; or one that touches what it quotes, as a comment's and some mails' do. */
export function isQuoted(line: LineFields): boolean {
  if (line.count < 2) return false;
  const first = line.firstCodeOf(0);
  if (line.lengthOf(0) > 2) return first === HASH || first === MORE_THAN;
  return first < 64 ? MARKS.has(line.textOf(0)) : first === 124;
}
