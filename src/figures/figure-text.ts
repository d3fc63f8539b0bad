/**
 * How wide a drawn text is, known without a browser: labels are placed when the page is built. The widths
 * are those of the app's two faces, rounded up so that the usual fallback faces fit as well.
 * Simplified: characters fall into six classes; a label's text is Latin.
 */

/** `mono` is for what came off a wire, `sans` for words, `strong` for words in bold. */
type Face = "mono" | "sans" | "strong";

/** A stretch of text in one face. */
export interface Run {
  readonly text: string;
  readonly face: Face;
}

/** Every text of a figure is this high, in px. */
export const FONT_SIZE = 14;

/** Between the runs of one label, in px. */
export const RUN_GAP = 5;

/** Hyperlegible Mono advances 0.632 em a character. */
const MONO_ADVANCE = 0.64;
const BOLD = 1.05;

/** In em. */
function advanceOf(character: string): number {
  if (character === " ") return 0.3;
  if ("fijlrt.,:;|'()[]-".includes(character)) return 0.38;
  if ("csyzvxk".includes(character)) return 0.52;
  if ("mwMW%".includes(character)) return 0.92;
  if (/[A-Z0-9+]/.test(character)) return 0.69;
  return 0.59;
}

/** The width of runs set side by side, in px, never less than what a browser draws in the app's faces. */
export function widthOf(runs: readonly Run[]): number {
  const gaps = RUN_GAP * Math.max(0, runs.length - 1);
  return runs.reduce((sum, { text, face }) => sum + emsOf(text, face) * FONT_SIZE, gaps);
}

function emsOf(text: string, face: Face): number {
  if (face === "mono") return text.length * MONO_ADVANCE;
  const ems = [...text].reduce((sum, character) => sum + advanceOf(character), 0);
  return face === "strong" ? ems * BOLD : ems;
}
