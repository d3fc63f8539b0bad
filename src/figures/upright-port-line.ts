/**
 * The port line for a narrow page, drawn anew: port 0 on top, 65535 at the foot. Left of it its labels in a
 * column; right of it the lens with a column of its own, and below the lens the ephemeral ranges.
 */
import { shareOf } from "#net/port-range";
import { groupsThatFit, spreadColumn } from "./column-labels.ts";
import { type Run, widthOf } from "./figure-text.ts";
import {
  type Bracket,
  DYNAMIC,
  type Label,
  lensTexts,
  middleInLens,
  middleOf,
  percentText,
  placeMark,
  type PlacedMark,
  type PortLineContent,
  type PortMark,
  runsOf,
  startOf,
  SYSTEM,
  type Tone,
  USER,
} from "./port-line-geometry.ts";
import { timesOf } from "./wide-port-line.ts";

/** A line from a place on a bar to its label, `from` and `to` in px from the top. */
interface Leader {
  readonly from: number;
  readonly to: number;
  readonly here: boolean;
}

/** A bar down the figure, in px; `dx` is its left side, counted from the line's own. */
interface Column {
  readonly dx: number;
  readonly top: number;
  readonly height: number;
  readonly leaders: readonly Leader[];
  /** Middles of all marked places, labelled or counted, in px from the top. */
  readonly ticks: readonly { readonly y: number; readonly here: boolean }[];
}

export interface UprightFrame {
  /** In px. */
  readonly height: number;
  readonly line: Column;
  readonly lens: Column | null;
  readonly brackets: readonly {
    /** Right of the line, in px. */
    readonly dx: number;
    readonly from: number;
    readonly to: number;
    /** The height at which it is tied to its label. */
    readonly tie: number;
    readonly tieTo: number;
  }[];
  readonly labels: readonly Label[];
}

/** The narrowest figure the drawing is made for, in px: a page of 320 px with its margins. */
export const UPRIGHT_WIDTH = 288;
export const BAR_WIDTH = 22;
/** How far the labels stand from the line and from the lens, in px. */
export const LINE_LEADER = 12;
export const LENS_LEADER = 10;
/** The line's left side, as a fraction of the width. */
export const LINE_AT = 129 / UPRIGHT_WIDTH;

const LENS_DX = 46;
/** From a leader to its text. */
const LABEL_GAP = 4;
const LENGTH = 600;
/** The lens is half as long as the line. */
const LENS_SHARE = 1 / 2;
const ROW = 24;
const HEAD = 52;
const BRACKET_STEP = 7;
/** Between the lines of one label. */
const LINE_PITCH = 19;
/** From a text's middle to its baseline. */
const BASELINE = 5;

/** What stands in a column of labels. */
interface Entry {
  readonly wanted: number;
  readonly height: number;
  /** One or two lines of text. */
  readonly lines: readonly (readonly Run[])[];
  readonly tone: Tone;
  readonly port: number | null;
  /** Whether a leader ties it to its place. */
  readonly tied: boolean;
  readonly here: boolean;
}

/** The drawing for figures of UPRIGHT_WIDTH and more. */
export function uprightFrame(content: PortLineContent): UprightFrame {
  const top = content.lens ? HEAD : 12;
  const lineMarks = content.marks.filter(({ port }) => !content.lens || port > SYSTEM.to);
  const lineY = (fraction: number) => top + fraction * LENGTH;
  const line = columnOf({
    dx: 0,
    top,
    height: LENGTH,
    marks: lineMarks.map((mark) => placeMark(mark, middleOf(mark.port))),
    fixed: lineEntries(lineY, lineMarks),
    anchor: { at: LINE_AT, dx: -LINE_LEADER - LABEL_GAP, anchor: "end" },
    limit: LINE_AT * UPRIGHT_WIDTH - LINE_LEADER - LABEL_GAP,
  });
  const hereInLens = content.marks.filter(
    ({ port, here }) => here && content.lens && port <= SYSTEM.to,
  );
  const lineColumn = {
    ...line.column,
    ticks: [
      ...line.column.ticks,
      ...hereInLens.map(({ port }) => ({ y: lineY(middleOf(port)), here: true })),
    ],
  };
  const lensHeight = LENGTH * LENS_SHARE;
  const brackets = bracketsBeside(
    content.brackets,
    lineY,
    content.lens ? top + lensHeight + 16 : top,
    top + LENGTH,
  );
  const height = top + LENGTH + 6;
  if (!content.lens)
    return {
      height,
      line: lineColumn,
      lens: null,
      brackets: brackets.brackets,
      labels: [...line.labels, ...brackets.labels],
    };

  const lensMarks = content.marks.filter(({ port }) => port <= SYSTEM.to);
  const dx = LENS_DX + BAR_WIDTH + LENS_LEADER + LABEL_GAP;
  const lens = columnOf({
    dx: LENS_DX,
    top,
    height: lensHeight,
    marks: lensMarks.map((mark) => placeMark(mark, middleInLens(mark.port))),
    fixed: [SYSTEM.from, SYSTEM.to]
      .filter((port) => lensMarks.every((mark) => mark.port !== port))
      .map((port) => edgeEntry(port, top + middleInLens(port) * lensHeight)),
    anchor: { at: LINE_AT, dx, anchor: "start" },
    limit: (1 - LINE_AT) * UPRIGHT_WIDTH - dx,
  });
  const { title, detail } = lensTexts(timesOf(LENS_SHARE));
  const head = { at: 1, dx: 0, anchor: "end", port: null } as const;
  return {
    height,
    line: lineColumn,
    lens: lens.column,
    brackets: brackets.brackets,
    labels: [
      { ...head, y: 14, runs: [title], tone: "system" },
      { ...head, y: 34, runs: [detail], tone: "ink" },
      ...lens.labels,
      ...line.labels,
      ...brackets.labels,
    ],
  };
}

function columnOf(given: {
  readonly dx: number;
  readonly top: number;
  readonly height: number;
  readonly marks: readonly PlacedMark[];
  readonly fixed: readonly Entry[];
  readonly anchor: Pick<Label, "at" | "dx" | "anchor">;
  readonly limit: number;
}): { readonly column: Column; readonly labels: readonly Label[] } {
  const { top, height } = given;
  const taken = given.fixed.reduce((sum, entry) => sum + entry.height, 0);
  const yOf = (mark: PlacedMark) => top + mark.at * height;
  const entries = groupsThatFit(given.marks, ROW, height + ROW - taken)
    .map((group): Entry => ({
      wanted: yOf(group.head),
      height: ROW,
      lines: [runsOf(group, given.limit)],
      tone: group.head.here ? "accent" : "ink",
      port: group.head.port,
      tied: true,
      here: group.head.here,
    }))
    .concat(given.fixed)
    .toSorted((a, b) => a.wanted - b.wanted);
  const middles = spreadColumn(entries, top - ROW / 2, top + height + ROW / 2);
  return {
    column: {
      dx: given.dx,
      top,
      height,
      ticks: given.marks.map((mark) => ({ y: yOf(mark), here: mark.here })),
      leaders: entries.flatMap(({ tied, wanted, here }, index) =>
        tied ? [{ from: wanted, to: middles[index] ?? wanted, here }] : [],
      ),
    },
    labels: entries.flatMap(({ lines, tone, port }, index) =>
      lines.map((runs, place) => ({
        ...given.anchor,
        y: (middles[index] ?? 0) + BASELINE + (place - (lines.length - 1) / 2) * LINE_PITCH,
        runs,
        tone: place === 0 ? tone : "soft",
        port,
      })),
    ),
  };
}

function edgeEntry(port: number, wanted: number): Entry {
  const runs: readonly Run[] = [{ text: String(port), face: "mono" }];
  return { wanted, height: ROW, lines: [runs], tone: "soft", port: null, tied: true, here: false };
}

/** Edges, unless they are marked anyway, and the names of the two great ranges. */
function lineEntries(
  lineY: (fraction: number) => number,
  marks: readonly PortMark[],
): readonly Entry[] {
  const edges = [SYSTEM.from, USER.from, USER.to, DYNAMIC.from, DYNAMIC.to]
    .filter((port) => marks.every((mark) => mark.port !== port))
    .map((port) => edgeEntry(port, lineY(middleOf(port))));
  const names = [USER, DYNAMIC].map((range): Entry => ({
    wanted: lineY(startOf((range.from + range.to + 1) / 2)),
    height: 2 * ROW,
    lines: [
      [{ text: range.name, face: "strong" }],
      [{ text: percentText(shareOf(range)), face: "sans" }],
    ],
    tone: range.id,
    port: null,
    tied: false,
    here: false,
  }));
  return [...edges, ...names];
}

/** Those that begin later stand further right; each is tied to its label between `top` and `bottom`. */
function bracketsBeside(
  brackets: readonly Bracket[],
  lineY: (fraction: number) => number,
  top: number,
  bottom: number,
): Pick<UprightFrame, "brackets" | "labels"> {
  const dx = BAR_WIDTH + BRACKET_STEP * (brackets.length + 1) + 4;
  const room = (1 - LINE_AT) * UPRIGHT_WIDTH - dx;
  const drawn = brackets.map(({ from, to }, index) => ({
    dx: BAR_WIDTH + BRACKET_STEP * (index + 1),
    from: lineY(startOf(from)),
    to: lineY(startOf(to + 1)),
  }));
  const texts = brackets.map(({ name, from, to }): readonly Run[] => [
    ...linesOf(name, room).map((text): Run => ({ text, face: "sans" })),
    { text: `${from}–${to}`, face: "mono" },
  ]);
  const heights = texts.map((lines) => lines.length * LINE_PITCH + 10);
  const middles = spreadColumn(
    drawn.map(({ from }, index) => {
      const height = heights[index] ?? 0;
      return { wanted: Math.max(from, top) + height / 2, height };
    }),
    top,
    bottom,
  );
  const firstLine = (index: number) =>
    (middles[index] ?? 0) - (((texts[index]?.length ?? 1) - 1) / 2) * LINE_PITCH;
  return {
    brackets: drawn.map((bracket, index) => ({
      ...bracket,
      tie: firstLine(index),
      tieTo: dx - 4,
    })),
    labels: texts.flatMap((lines, index) =>
      lines.map((run, place): Label => ({
        at: LINE_AT,
        dx,
        y: firstLine(index) + BASELINE + place * LINE_PITCH,
        anchor: "start",
        runs: [run],
        tone: run.face === "mono" ? "soft" : "ink",
        port: null,
      })),
    ),
  };
}

/** A list of names on one line if it has room, else one a line. */
function linesOf(names: string, room: number): readonly string[] {
  if (widthOf([{ text: names, face: "sans" }]) <= room) return [names];
  return names.split(/(?<=,) /);
}
