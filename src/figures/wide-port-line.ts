/**
 * The port line laid across the page: marks fly above it, its edges, ephemeral ranges and the lens hang
 * below. The System Ports' sliver runs down as a neck past edges and brackets, then widens into the lens.
 */
import { PORT_COUNT, shareOf } from "#net/port-range";
import { type Run, widthOf } from "./figure-text.ts";
import { type Flag, placeFlags, POLE_GAP } from "./flag-labels.ts";
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
  runsOf,
  startOf,
  SYSTEM,
  type Tone,
  USER,
} from "./port-line-geometry.ts";

/** An upright stroke at a fraction of the width, from one height to another, in px. */
export interface Tick {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly here: boolean;
}

/** A bar across the figure, in px down it. */
export interface Bar {
  readonly top: number;
  readonly height: number;
}

export interface WideFrame {
  /** In px; the figure's width is at least that it was made for. */
  readonly height: number;
  readonly line: Bar;
  readonly lens: (Bar & { readonly share: number }) | null;
  /** Heights at which the sliver leaves the line, begins to widen, and reaches the lens. */
  readonly funnel: { readonly top: number; readonly neck: number; readonly bottom: number } | null;
  readonly brackets: readonly (Bracket & { readonly y: number })[];
  readonly ticks: readonly Tick[];
  readonly labels: readonly Label[];
}

const FLAG_ROW = 24;
const FLAG_ROWS = 5;
const LINE_HEIGHT = 46;
const LENS_HEIGHT = 46;
/** How deep a tick cuts into its bar; "you are here" goes deeper, as far as the ranges' names. */
const NOTCH = 12;
const HERE_NOTCH = 22;
const EDGE_ROW = 24;
const BRACKET_ROW = 36;
const FLARE = 40;
/** The lens is half as wide as the line. */
const LENS_SHARE = 1 / 2;
/** A name longer than this is left out, and its number stays. */
const LABEL_LIMIT = 250;

/** The drawing for figures of `width` px and more. */
export function wideFrame(content: PortLineContent, width: number): WideFrame {
  const { lens, brackets } = content;
  const onLine = content.marks.filter(({ port }) => !lens || port > SYSTEM.to);
  const inLens = content.marks.filter(({ port }) => lens && port <= SYSTEM.to);
  const room = {
    width,
    rows: FLAG_ROWS,
    widthOf: (head: PlacedMark, count: number) =>
      widthOf(runsOf({ head, others: Array.from({ length: count }, () => head) }, LABEL_LIMIT)),
  };

  const above = placeFlags(
    onLine.map((mark) => placeMark(mark, middleOf(mark.port))),
    room,
  );
  const line = { top: rowCount(above) * FLAG_ROW + 4, height: LINE_HEIGHT };
  const lineBottom = line.top + line.height;
  const edgesBottom = lineBottom + (lens ? EDGE_ROW : 2 * EDGE_ROW);
  const bracketsTop = edgesBottom + (brackets.length > 0 ? 10 : 0);
  const bracketsBottom = bracketsTop + brackets.length * BRACKET_ROW;
  const frame = {
    line,
    brackets: brackets.map((bracket, index) => ({
      ...bracket,
      y: bracketsTop + index * BRACKET_ROW,
    })),
  };
  const hereInLens = inLens.find(({ here }) => here);
  const labels = [
    ...rangeLabels(line),
    ...edgeLabels(lineBottom + 17),
    ...(lens ? [] : [systemLabel(lineBottom + 17 + EDGE_ROW)]),
    ...frame.brackets.map((bracket) => bracketLabel(bracket, width)),
    ...above.map((flag) => flagLabel(flag, line.top - FLAG_ROW * flag.row - 9)),
  ];
  const ticks = [
    // Between the two numbers at an edge; the funnel draws that of 1024.
    ...[DYNAMIC, ...(lens ? [] : [USER])].map((range) => ({
      at: startOf(range.from),
      from: lineBottom,
      to: lineBottom + EDGE_ROW - 4,
      here: false,
    })),
    ...onLine.map(({ port, here }) => ({
      at: middleOf(port),
      from: line.top,
      to: line.top + (here ? HERE_NOTCH : NOTCH),
      here,
    })),
    ...above.map(({ head, row }) => ({
      at: head.at,
      from: line.top - FLAG_ROW * row - 20,
      to: line.top,
      here: head.here,
    })),
    ...(hereInLens === undefined
      ? []
      : [{ at: middleOf(hereInLens.port), from: line.top, to: lineBottom, here: true }]),
  ];
  if (!lens)
    return { ...frame, height: bracketsBottom + 2, lens: null, funnel: null, ticks, labels };

  // Brackets wholly right of the lens stand beside the widening funnel, others above it.
  const beside = brackets.every(({ from }) => startOf(from) >= LENS_SHARE);
  const neck = beside ? edgesBottom : bracketsBottom;
  const lensTop = Math.max(neck + FLARE, bracketsBottom + 8);
  const lensBottom = lensTop + LENS_HEIGHT;
  const below = placeFlags(
    inLens.map((mark) => placeMark(mark, LENS_SHARE * middleInLens(mark.port))),
    room,
  );
  return {
    ...frame,
    height: lensBottom + rowCount(below) * FLAG_ROW + 4,
    lens: { top: lensTop, height: LENS_HEIGHT, share: LENS_SHARE },
    funnel: { top: lineBottom, neck, bottom: lensTop },
    ticks: [
      ...ticks,
      ...inLens.map(({ port, here }) => ({
        at: LENS_SHARE * middleInLens(port),
        from: here ? lensTop : lensBottom - NOTCH,
        to: lensBottom,
        here,
      })),
      ...below.map(({ head, row }) => ({
        at: head.at,
        from: lensBottom,
        to: lensBottom + FLAG_ROW * row + 20,
        here: head.here,
      })),
    ],
    // In the order of the ports, which is the order of the links.
    labels: [
      ...lensLabels(lensTop),
      ...below.map((flag) => flagLabel(flag, lensBottom + FLAG_ROW * flag.row + 19)),
      ...labels,
    ],
  };
}

function rowCount(flags: readonly Flag<PlacedMark>[]): number {
  return Math.max(0, ...flags.map(({ row }) => row + 1));
}

function flagLabel(flag: Flag<PlacedMark>, y: number): Label {
  const right = flag.side === "right";
  return {
    at: flag.head.at,
    dx: right ? POLE_GAP : -POLE_GAP,
    y,
    anchor: right ? "start" : "end",
    runs: runsOf(flag, LABEL_LIMIT),
    tone: flag.head.here ? "accent" : "ink",
    port: flag.head.port,
  };
}

/** Names in the lower part of their bands, below the ticks. */
function rangeLabels(line: Bar): readonly Label[] {
  const y = line.top + line.height - 11;
  return [USER, DYNAMIC].map((range) =>
    text(startOf(range.from), 9, y, "start", [{ text: range.name, face: "strong" }], range.id),
  );
}

/** The first and last port of each range, as far as the line has room; the lens and its name have the rest. */
function edgeLabels(y: number): readonly Label[] {
  const number = (port: number): readonly Run[] => [{ text: String(port), face: "mono" }];
  const share = (range: typeof USER): readonly Run[] => [
    { text: percentText(shareOf(range)), face: "sans" },
  ];
  return [
    text(0, 0, y, "start", number(SYSTEM.from), "soft"),
    text(startOf(USER.from), 5, y, "start", number(USER.from), "soft"),
    text((USER.from + USER.to) / 2 / PORT_COUNT, 0, y, "middle", share(USER), "soft"),
    text(startOf(DYNAMIC.from), -6, y, "end", number(USER.to), "soft"),
    text(startOf(DYNAMIC.from), 6, y, "start", number(DYNAMIC.from), "soft"),
    text(startOf((DYNAMIC.from + DYNAMIC.to) / 2), 0, y, "middle", share(DYNAMIC), "soft"),
    text(1, 0, y, "end", number(DYNAMIC.to), "soft"),
  ];
}

/** The lens names the System Ports; without it their name stands here, as they are too narrow to hold it. */
function systemLabel(y: number): Label {
  const title: Run = { text: `${SYSTEM.name}, ${SYSTEM.from}–${SYSTEM.to}`, face: "strong" };
  const share: Run = { text: percentText(shareOf(SYSTEM)), face: "sans" };
  return text(0, 0, y, "start", [title, share], "system");
}

/** Under the middle of its bracket, or at the figure's end where it would leave it. */
function bracketLabel(bracket: Bracket & { readonly y: number }, width: number): Label {
  const runs: readonly Run[] = [
    { text: bracket.name, face: "sans" },
    { text: `${bracket.from}–${bracket.to}`, face: "mono" },
  ];
  const middle = startOf((bracket.from + bracket.to + 1) / 2);
  const leaves = (1 - middle) * width < widthOf(runs) / 2;
  const y = bracket.y + 18;
  return leaves ? text(1, 0, y, "end", runs, "ink") : text(middle, 0, y, "middle", runs, "ink");
}

function lensLabels(top: number): readonly Label[] {
  const { title, detail } = lensTexts(timesOf(LENS_SHARE));
  return [
    text(LENS_SHARE, 14, top + 19, "start", [title], "system"),
    text(LENS_SHARE, 14, top + 39, "start", [detail], "ink"),
  ];
}

/** How many times a lens enlarges that is `share` of the line long. */
export function timesOf(share: number): number {
  return Math.round(share / shareOf(SYSTEM));
}

function text(
  at: number,
  dx: number,
  y: number,
  anchor: Label["anchor"],
  runs: readonly Run[],
  tone: Tone,
): Label {
  return { at, dx, y, anchor, runs, tone, port: null };
}
