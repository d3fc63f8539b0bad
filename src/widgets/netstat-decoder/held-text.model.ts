/**
 * A text field slows down or freezes with a large text in it. A large text is held beside the field instead, and only
 * its first lines are shown. Sizes are UTF-16 units, close enough to bytes for a listing.
 */
import { counted } from "#netstat/counted";
import { visibleText } from "./visible-text.model.ts";

/** A text longer than this is not put into the field. */
export const LONGEST_TYPED = 200_000;

/** A file larger than this, in bytes, is not read: a browser's longest string is little longer. */
export const LARGEST_FILE = 400_000_000;

const PREVIEW_LINES = 3;
const PREVIEW_WIDTH = 120;

export interface HeldPreview {
  /** "4.9 MB in 61,204 lines". */
  readonly size: string;
  readonly firstLines: readonly string[];
  readonly moreLines: boolean;
}

export function mustBeHeld(text: string): boolean {
  return text.length > LONGEST_TYPED;
}

export function previewOf(text: string): HeldPreview {
  const firstLines: string[] = [];
  let start = 0;
  while (firstLines.length < PREVIEW_LINES && start < text.length) {
    const newLine = text.indexOf("\n", start);
    const end = newLine < 0 ? text.length : newLine;
    firstLines.push(visibleText(text.slice(start, end).replace(/\r$/, ""), PREVIEW_WIDTH));
    start = end + 1;
  }
  return {
    size: `${sizeText(text.length)} in ${counted(lineCountOf(text), "line")}`,
    firstLines,
    moreLines: start < text.length,
  };
}

/** "12 kB", "4.9 MB". */
export function sizeText(size: number): string {
  return size >= 1_000_000 ? `${(size / 1_000_000).toFixed(1)} MB` : `${Math.ceil(size / 1000)} kB`;
}

function lineCountOf(text: string): number {
  let lines = text.endsWith("\n") ? 0 : 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
