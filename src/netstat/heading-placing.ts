/** Lines above rows that speak of them: titles, the names of columns, and the prefaces of records. */
import { type Dialect, UNEXPECTED } from "./dialect.ts";
import { DIALECTS, headedDialect } from "./dialects.ts";
import { areColumnNames, endHeading } from "./heading-words.ts";
import { HEADING } from "./kept-lines.ts";
import type { Reading } from "./reading.ts";

const RECORD_DIALECTS = DIALECTS.filter(({ prefaceOf }) => prefaceOf !== undefined);

/** Keeps the line as a heading, or as a rule below one; false where it is neither. */
export function placeHeading(reading: Reading, words: string): boolean {
  const { open, named } = reading;
  const dialect = dialectHeaded(reading, words);
  if (dialect !== undefined && named !== null) {
    keepHeading(reading, named ?? dialect, words);
    return true;
  }
  if (open?.rowCount !== 0 || !reading.isUnderHeading || !isRule(words)) return false;
  open.to = reading.lineNumber;
  reading.keep(HEADING, reading.kept.drafts.length - 1);
  return true;
}

/** Puts names of columns to those in the line above, where both together are a heading; false where they are not. */
export function joinsHeading(reading: Reading, words: string): boolean {
  if (reading.names === "" || !endHeading(words) || reading.named !== undefined) return false;
  const names = `${reading.names} ${words}`;
  const dialect = headedDialect(names);
  if (dialect === undefined) return false;
  const above = reading.lineNumber - 1;
  const open = reading.isUnderHeading ? reading.open : null;
  if (open !== null) Object.assign(open, reading.aboveNames);
  keepHeading(reading, dialect, names);
  if (open === null) reading.kept.keepAgain(above, HEADING, reading.kept.drafts.length - 1);
  return true;
}

/** Notes that the line which was just kept may be the upper half of the columns' names. */
export function noteNames(reading: Reading, words: string): void {
  const { heading, layout } = reading.open ?? NO_HEADING;
  if (areColumnNames(words)) setNames(reading, words, { heading, layout });
}

const NO_HEADING = { heading: "", layout: 0 };

function setNames(reading: Reading, words: string, above: typeof NO_HEADING): void {
  reading.names = words;
  reading.aboveNames = above;
}

/** Columns' names that several tools print belong to the title above them. */
function dialectHeaded({ isUnderHeading, open }: Reading, words: string): Dialect | undefined {
  const titled = isUnderHeading && open?.rowCount === 0 ? open.dialect : null;
  const dialect = headedDialect(words);
  return dialect !== undefined && titled?.isHeading(words) ? titled : dialect;
}

function keepHeading(reading: Reading, dialect: Dialect, words: string): void {
  const { open, line } = reading;
  // A title and the names of the columns below it are one heading; the columns tell more.
  const isSame = open?.rowCount === 0 && (open.dialect === dialect || reading.isUnderHeading);
  const block = isSame ? open : reading.openBlock(dialect);
  block.dialect = dialect;
  block.to = reading.lineNumber;
  const { heading, layout } = block;
  // A person may have named a tool that prints no such heading.
  block.layout = dialect.isHeading(words) ? (dialect.layoutOf?.(words, layout, line) ?? 0) : layout;
  block.heading = heading === "" ? words : `${heading} ${words}`;
  reading.section = null;
  reading.follows = false;
  reading.keep(HEADING, reading.kept.drafts.length - 1);
  if (areColumnNames(words)) setNames(reading, words, { heading, layout });
}

/** Keeps a line that says something about the rows below, of a tool that prints records. */
export function placePreface(reading: Reading): boolean {
  const { open, named } = reading;
  for (const dialect of RECORD_DIALECTS) {
    if (named !== undefined && named !== dialect) continue;
    const isOpen = open?.dialect === dialect;
    const preface = dialect.prefaceOf!(reading.line, isOpen ? open.layout : UNEXPECTED);
    if (preface === null || (preface === "more" && !isOpen)) continue;
    const block = isOpen ? open : reading.openBlock(dialect);
    if (preface === "record") reading.record = reading.lineNumber;
    reading.section = null;
    reading.follows = false;
    reading.keepContinuation(block);
    return true;
  }
  return false;
}

/** A line of dashes, as some tools draw below the names of the columns. */
const isRule = (words: string) => /^-[- ]*$/.test(words);
