/** Puts a line to the row above it that a narrow window broke (wrapped-rows.ts), while the text is read. */
import { type Dialect, UNEXPECTED } from "./dialect.ts";
import { SOCKET, WRAPPED, WRAPPED_IN_WORD } from "./kept-lines.ts";
import { LineFields } from "./line-fields.ts";
import { readQuoted } from "./quoted-row.ts";
import type { Reading } from "./reading.ts";
import { READ } from "./unreadable.ts";
import {
  type Added,
  addedBehind,
  brokenWords,
  joinedText,
  LONGEST_PIECE,
  MOST_PIECES,
  seam,
  type Seams,
} from "./wrapped-rows.ts";

/** Markdown's, below a listing: no piece of its last row. */
const FENCE = "```";

/** Puts the line to the row that begins above it, where both together are one; false where they are not. */
export function joins(reading: Reading): boolean {
  const { begun: first, begunBy: dialect, lineNumber: last, kept, line } = reading;
  if (first === 0 || dialect === null || last - first >= MOST_PIECES) return false;
  if (line.text.startsWith(FENCE, line.startOf(0))) return false;
  if (reading.corrections.touch(first, last)) return false;
  const starts: number[] = [];
  for (let n = first; n <= last; n += 1) starts.push(kept.startOf(n));
  if (line.end - starts[0]! > MOST_PIECES * LONGEST_PIECE) return false;
  if (reading.isBegunRow && line.count === 1 && line.numberOf(0) >= 0) {
    // A number alone is anything, but where a column of processes' numbers was promised.
    if (!/pid|process/i.test(reading.open?.heading ?? "")) return false;
  }
  // How the pieces above were put together is settled where they were a row.
  const { inWord: above } = kept.seamsOf(first, starts.length - 1);
  const settled = reading.isBegunRow ? [...above, false] : starts.map(() => false);
  const atBlanks = added(reading, dialect, { starts, inWord: settled });
  const { unread } = seam;
  // Where nothing is left over, no other way is better.
  const isClear = atBlanks === "fields" && unread === 0;
  const broken = isClear ? settled : brokenWords(kept.text, starts);
  const inWord = reading.isBegunRow ? [...above, broken.at(-1) === true] : broken;
  const mayBeInside = inWord.some((is, at) => is !== settled[at]);
  const inside = mayBeInside ? added(reading, dialect, { starts, inWord }) : "nothing";
  const isInside =
    atBlanks === "nothing" || (inside !== "nothing" && unread > 0 && seam.unread === 0);
  if (isInside && inside === "nothing") return false;
  // Where both are rows alike, nothing is guessed.
  if (!isInside && inside !== "nothing" && atBlanks !== "fields") return false;
  const seams = { starts, inWord: isInside ? inWord : settled };
  // What was read last is kept.
  if (!isInside && mayBeInside) added(reading, dialect, seams);
  keepJoined(reading, dialect, seams);
  return true;
}

/** After a line that is no row: it begins one, or lies between the pieces of one. */
export function goOn(reading: Reading, begun: number, dialect: Dialect | null): void {
  const { isBegunRow, begunBy, lineNumber, open } = reading;
  const isBetween = begun > 0 && !isBegunRow && lineNumber - begun + 1 < MOST_PIECES;
  const isExpected = dialect === begunBy || dialect === open?.dialect;
  if (dialect !== null && (!isBetween || isExpected)) reading.begin(dialect, false);
  else if (isBetween) reading.begun = begun;
}

const joined = new LineFields();

/** Reads the pieces as one row; what the lower ones add to it. */
function added(reading: Reading, dialect: Dialect, seams: Seams): Added {
  const { row, kept, command } = reading;
  const open = reading.open?.dialect === dialect ? reading.open : null;
  const text = joinedText(kept.text, seams);
  joined.scan(text, 0);
  row.part = 0;
  if (readQuoted(dialect, joined, row, open?.layout ?? UNEXPECTED) !== READ) return "nothing";
  const context = { traits: row.traits, command, heading: "", layout: 0, ...open };
  const place = { line: reading.begun, part: 0, record: 0, textOf: () => text };
  const entryOf = () => dialect.entry(row, context, place);
  // What was read by itself gained the last piece, what was not all but the first.
  const from = reading.isBegunRow ? seam.last : seam.first;
  const { inWord } = seams;
  const isInWord = reading.isBegunRow ? inWord.at(-1) === true : inWord.includes(true);
  return addedBehind(from, isInWord, joined, row, entryOf);
}

function keepJoined(reading: Reading, dialect: Dialect, { starts, inWord }: Seams): void {
  const { kept, lineNumber: last } = reading;
  const first = last - starts.length + 1;
  const kindOf = (n: number) => (inWord[n - first] === true ? WRAPPED_IN_WORD : WRAPPED);
  const { parts } = reading.row;
  if (reading.isBegunRow) {
    reading.addRows(dialect, first, parts - (kept.rowCount - kept.detailOf(first)));
  } else {
    kept.keepAgain(first, SOCKET, reading.addRows(dialect, first, parts));
  }
  for (let n = first + 1; n < last; n += 1) kept.keepAgain(n, kindOf(n), 0);
  reading.keep(kindOf(last), 0);
  reading.begun = first;
  reading.isBegunRow = true;
}
