/** What a proof quotes, and where it stands in a line of a lane. */

/** Shorter ones stand everywhere: "ok", "= 1". */
const SHORTEST = 4;

/** What stands between backticks. */
export const quotesIn = (sentences: readonly string[]): readonly string[] =>
  sentences.flatMap((sentence) =>
    [...sentence.matchAll(/`([^`]+)`/g)].map(([, quote = ""]) => quote),
  );

export interface Part {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** The parts of a line, in order, with the longest quote that stands in it; a listing's columns may stand further apart than the quote tells. */
export function partsOf(line: string, quotes: readonly string[]): readonly Part[] {
  const [first] = quotes
    .filter(({ length }) => length >= SHORTEST)
    .map((quote) => patternOf(quote).exec(line))
    .filter((match) => match !== null)
    .toSorted((one, other) => other[0].length - one[0].length);
  if (first === undefined) return [{ text: line, isQuoted: false }];
  const end = first.index + first[0].length;
  return [
    { text: line.slice(0, first.index), isQuoted: false },
    { text: first[0], isQuoted: true },
    { text: line.slice(end), isQuoted: false },
  ].filter(({ text }) => text !== "");
}

const patternOf = (quote: string) =>
  new RegExp(
    quote
      .trim()
      .split(/\s+/)
      .map(escaped)
      .join(String.raw`\s+`),
  );

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
