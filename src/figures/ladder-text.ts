/** Stretches of text on a ladder, their widths, and how a long one is cut. */
import { type Run as PlainRun, RUN_GAP, FONT_SIZE, widthOf } from "./figure-text.ts";

/** "state" is the colour of the state that is told. */
export type Tone = "ink" | "soft" | "state";

export interface Run {
  readonly text: string;
  /** `mono` for what came off a wire or a program, `sans` for words. */
  readonly face: "mono" | "mono-strong" | "sans" | "strong";
  readonly tone: Tone;
}

export const GAP = RUN_GAP;

/** In px, never less than what a browser draws in the app's faces. */
export function runsWidth(runs: readonly Run[], fontSize: number): number {
  const gaps = GAP * Math.max(0, runs.length - 1);
  return gaps + runs.reduce((sum, run) => sum + (widthOf([plain(run)]) * fontSize) / FONT_SIZE, 0);
}

const plain = ({ text, face }: Run): PlainRun => ({
  text,
  face: face === "mono-strong" ? "mono" : face,
});

/** Its last run is cut where all of them are wider than `room`. */
export function fitted(runs: readonly Run[], room: number, fontSize: number): readonly Run[] {
  if (runsWidth(runs, fontSize) <= room) return runs;
  const last = runs.at(-1);
  if (last === undefined) return runs;
  for (let length = last.text.length - 1; length > 1; length -= 1) {
    const cut = [
      ...runs.slice(0, -1),
      { ...last, text: `${last.text.slice(0, length).trimEnd()}…` },
    ];
    if (runsWidth(cut, fontSize) <= room) return cut;
  }
  return runs.length > 1 ? fitted(runs.slice(0, -1), room, fontSize) : [{ ...last, text: "…" }];
}
