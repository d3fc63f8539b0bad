/** The part of a text that shows why it was found, with the found words marked. */

export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Characters that an excerpt holds, about two lines on a desktop. */
const LENGTH = 180;
/** Characters before the first found word. */
const BEFORE = 50;

/**
 * `words` are in lower case. A text that fits is given whole; else it is cut where words end, with an ellipsis
 * at each cut, around the place that has the most of the words. The pieces joined are the excerpt.
 */
export function excerptOf(text: string, words: readonly string[]): Piece[] {
  const marks = markedSpans(text, words);
  const { from, to } = bestWindow(text, marks);
  const pieces: Piece[] = [];
  const add = (text: string, isMarked: boolean) => {
    if (text !== "") pieces.push({ text, isMarked });
  };
  let at = from;
  if (from > 0) add("… ", false);
  for (const mark of marks) {
    if (mark.from < at || mark.to > to) continue;
    add(text.slice(at, mark.from), false);
    add(text.slice(mark.from, mark.to), true);
    at = mark.to;
  }
  add(text.slice(at, to), false);
  if (to < text.length) add(" …", false);
  return pieces;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** In the order of the text, without overlap: where one of the words begins a word of the text. */
function markedSpans(text: string, words: readonly string[]): Span[] {
  const wanted = words
    .filter((word) => word !== "")
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("-", "[-_]"));
  if (wanted.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return [...text.matchAll(pattern)].map(({ index, 0: word }) => ({
    from: index,
    to: index + word.length,
  }));
}

function bestWindow(text: string, marks: readonly Span[]): Span {
  if (text.length <= LENGTH) return { from: 0, to: text.length };
  let best: Span = { from: 0, to: 0 };
  let most = -1;
  for (const mark of marks.length === 0 ? [{ from: 0, to: 0 }] : marks) {
    const from = mark.from <= BEFORE ? 0 : wordStart(text, mark.from - BEFORE);
    const window = { from, to: wordEnd(text, from + LENGTH) };
    const within = marks.filter((each) => each.from >= window.from && each.to <= window.to);
    const different = new Set(within.map(({ from, to }) => text.slice(from, to).toLowerCase()))
      .size;
    if (different > most) {
      most = different;
      best = window;
    }
  }
  return best;
}

/** The first place from `at` on at which a word begins. */
function wordStart(text: string, at: number): number {
  const space = text.indexOf(" ", at);
  return space === -1 || space > at + BEFORE ? at : space + 1;
}

/** The last place up to `at` at which a word ends. */
function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(" ", at);
  return space < at - BEFORE ? at : space;
}
