/**
 * Where a ladder's things stand, for a width in px. From 600 px on, what hosts do stands outside their columns, as in a
 * textbook; below that it stands between them, so that the columns have the whole width. Rows are as high as what is
 * in them. Labels that find no place make their rows higher, until all have one.
 */
import type { Ladder, LadderArrow, LadderMark } from "#simulator/ladder";
import { type Bar, MOST_BARS, barsOf, halfWidth } from "./ladder-bars.ts";
import type { Box, Point } from "./ladder-boxes.ts";
import { boxAround } from "./ladder-boxes.ts";
import { type PlacedLabel, placeLabels } from "./ladder-labels.ts";
import { type Run, fitted, runsWidth } from "./ladder-text.ts";

export type LadderNumbers = "relative" | "wire" | "off";

export interface LadderGeometry {
  readonly width: number;
  readonly height: number;
  /** Of every text. */
  readonly fontSize: number;
  readonly columns: readonly PlacedColumn[];
  readonly rows: readonly PlacedRow[];
  /** By position: how far down the ladder is known. */
  readonly reach: readonly number[];
  readonly arrows: readonly PlacedArrow[];
  readonly marks: readonly PlacedMark[];
  readonly bars: readonly (Bar & { readonly from: number; readonly to: number })[];
  readonly waits: readonly PlacedText[];
  readonly heads: readonly PlacedText[];
}

export interface PlacedColumn {
  readonly x: number;
  /** How many bars stand side by side, and half of what they take. */
  readonly slots: number;
  readonly half: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedRow {
  readonly top: number;
  /** Where what arrives arrives, and what happens happens. */
  readonly anchor: number;
  readonly bottom: number;
  /** The middle of the break for a folded wait. */
  readonly breakAt: number | null;
}

export interface PlacedText {
  readonly x: number;
  /** The middle of its height. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly angle: number;
  readonly runs: readonly Run[];
  readonly box: Box;
}

export interface PlacedArrow {
  readonly arrow: LadderArrow;
  readonly from: Point;
  readonly to: Point;
  /** How far to the right a packet to its own host goes out from the column and back; 0 for a straight arrow. */
  readonly bow: number;
  /** What it is, in a sentence, with the numbers as they are shown. */
  readonly words: string;
  readonly label: PlacedLabel;
}

export interface PlacedMark extends PlacedText {
  readonly mark: LadderMark;
}

export interface LadderSpace {
  readonly width: number;
  readonly numbers: LadderNumbers;
}

const OUTSIDE_FROM = 600;
const LINE = 17;
const EDGE = 4;
/** From a row's top to its anchor. */
const ABOVE = 11;
const BREAK = 34;
/** A packet that comes from no host needs room above where it arrives. */
const STRANGER_DROP = 14;
/** Between packets that are sent at once. */
const SENT_APART = 22;
const DROP = 26;
const BOW = 34;
const MOST_PASSES = 24;

export interface Frame {
  readonly ladder: Ladder;
  readonly space: LadderSpace;
  readonly fontSize: number;
  /** Marks stand outside of the columns. */
  readonly isOutside: boolean;
  readonly columns: readonly {
    readonly x: number;
    readonly slots: number;
    readonly half: number;
  }[];
}

export function layOut(ladder: Ladder, space: LadderSpace): LadderGeometry {
  const bars = barsOf(ladder);
  const frame = frameOf(ladder, space, bars);
  const heads = headsOf(frame);
  let extra: readonly number[] = ladder.rows.map(() => 0);
  for (let pass = 1; ; pass += 1) {
    const { arrows, ...placed } = placeRows(frame, extra);
    const { labels, crowded } = placeLabels(frame, placed, arrows, heads);
    if (crowded.length === 0 || pass === MOST_PASSES) {
      const { rows, marks, waits } = placed;
      const height = (rows.at(-1)?.bottom ?? 0) + 6;
      return {
        width: space.width,
        height,
        fontSize: frame.fontSize,
        columns: frame.columns.map((column) => ({
          ...column,
          top: headHeight(ladder),
          bottom: height - 2,
        })),
        rows,
        reach: ladder.rowOfPosition.map((row) => rows[row]?.bottom ?? 0),
        arrows: arrows.map((bare, index) => ({
          ...bare,
          label: labels[index]!,
          words: space.numbers === "wire" ? bare.arrow.wireWords : bare.arrow.words,
        })),
        marks,
        bars: bars.map((bar) => ({
          ...bar,
          from: rows[bar.fromRow]?.anchor ?? 0,
          to: bar.toRow === null ? height - 2 : (rows[bar.toRow]?.anchor ?? height),
        })),
        waits,
        heads,
      };
    }
    const grows = new Set(crowded);
    extra = extra.map((height, row) =>
      grows.has(row) ? height + Math.min(40, 6 + 2 * pass) : height,
    );
  }
}

function frameOf(ladder: Ladder, space: LadderSpace, bars: readonly Bar[]): Frame {
  const { width } = space;
  const count = ladder.columns.length;
  const isOutside = count === 1 || (count === 2 && width >= OUTSIDE_FROM);
  const slots = ladder.columns.map((_, column) =>
    Math.min(
      MOST_BARS,
      Math.max(0, ...bars.filter((bar) => bar.column === column).map(({ slot }) => slot + 1)),
    ),
  );
  const places = placesOf(count, width, isOutside);
  return {
    ladder,
    space,
    fontSize: width < 440 ? 12 : 13,
    isOutside,
    columns: slots.map((slots, column) => {
      const half = halfWidth(slots);
      const x = places[column] ?? 0;
      return { x: Math.min(width - half - 3, Math.max(half + 3, x)), slots, half };
    }),
  };
}

function placesOf(count: number, width: number, isOutside: boolean): readonly number[] {
  if (count === 1) return [Math.round(width * (width < 440 ? 0.46 : 0.42))];
  const edge = isOutside ? Math.round(width * 0.29) : 9;
  return Array.from({ length: count }, (_, at) =>
    Math.round(edge + ((width - 2 * edge) * at) / (count - 1)),
  );
}

/** Which way from the column its marks stand. */
export function markSide({ isOutside, columns }: Frame, column: number): 1 | -1 {
  const isLast = column === columns.length - 1;
  if (columns.length === 1) return -1;
  return isOutside === isLast ? 1 : -1;
}

export const headHeight = ({ columns }: Ladder) =>
  16 + LINE * Math.max(1, ...columns.map(({ addresses }) => addresses.length));

function headsOf(frame: Frame): readonly PlacedText[] {
  const { ladder, columns, fontSize, space } = frame;
  return ladder.columns.flatMap(({ host, addresses }, index) => {
    const { x } = columns[index]!;
    const lines: (readonly Run[])[] = [0, ...addresses.slice(1).map((_, at) => at + 1)].map(
      (at) => {
        const address = addresses[at] ?? "";
        const name: Run = { text: at === 0 ? host : "", face: "strong", tone: "ink" };
        return [name, { text: address, face: "mono", tone: "soft" } as const].filter(
          ({ text }) => text !== "",
        );
      },
    );
    return lines.map((runs, at) => {
      const room = Math.max(40, space.width / Math.max(1, ladder.columns.length) - 8);
      const short = fitted(runs, room, fontSize);
      const wide = runsWidth(short, fontSize);
      const left = Math.min(space.width - EDGE - wide, Math.max(EDGE, x - wide / 2));
      return textAt([left, 14 + at * LINE], "start", short, fontSize);
    });
  });
}

export function textAt(
  [x, y]: Point,
  anchor: PlacedText["anchor"],
  runs: readonly Run[],
  fontSize: number,
  angle = 0,
): PlacedText {
  const width = runsWidth(runs, fontSize);
  const middle = anchor === "middle" ? x : anchor === "start" ? x + width / 2 : x - width / 2;
  return { x, y, anchor, angle, runs, box: boxAround([middle, y], width, fontSize + 2, angle) };
}

export interface PlacedRows {
  readonly rows: readonly PlacedRow[];
  readonly marks: readonly PlacedMark[];
  readonly waits: readonly PlacedText[];
}

type BareArrow = Omit<PlacedArrow, "label" | "words">;

/** `extra` is what each row is higher than it needs to be for itself. */
function placeRows(
  frame: Frame,
  extra: readonly number[],
): PlacedRows & { readonly arrows: readonly BareArrow[] } {
  const { ladder, isOutside } = frame;
  const rows: PlacedRow[] = [];
  const marks: PlacedMark[] = [];
  const waits: PlacedText[] = [];
  const leaves = new Map<LadderArrow, number>();
  const marksIn = byRow(ladder.marks, ({ row }) => row);
  const sentIn = byRow(ladder.arrows, ({ fromRow }) => fromRow);
  const arrivingIn = byRow(
    ladder.arrows.filter((arrow) => reachesEnd(arrow)),
    ({ toRow }) => toRow,
  );
  let top = headHeight(ladder);
  for (const [row, { wait }] of ladder.rows.entries()) {
    const arriving = arrivingIn.get(row) ?? [];
    const sent = (sentIn.get(row) ?? []).filter(({ from }) => from !== null);
    const strangers = (sentIn.get(row) ?? []).filter(({ from }) => from === null);
    const breakAt = wait === null ? null : top + BREAK / 2 - 4;
    if (breakAt !== null) waits.push(waitText(frame, breakAt, wait ?? ""));
    const anchor =
      top + (wait === null ? 0 : BREAK) + ABOVE + strangers.length * (STRANGER_DROP + 18);
    for (const [at, arrow] of strangers.entries())
      leaves.set(arrow, anchor - STRANGER_DROP - at * (STRANGER_DROP + 18));
    let next = anchor + (!isOutside && arriving.length > 0 ? 13 : 0);
    for (const mark of marksIn.get(row) ?? []) {
      marks.push(markAt(frame, mark, next));
      next += LINE;
    }
    const hasMarks = marksIn.has(row);
    let bottom = hasMarks ? next - LINE + 9 : anchor;
    if (sent.length > 0) {
      const grown = (extra[row] ?? 0) / 2;
      const below = isOutside || !hasMarks ? anchor + (arriving.length > 0 ? 7 : 0) : next - 6;
      const start = below + grown;
      const apart = SENT_APART + grown;
      for (const [at, arrow] of sent.entries()) leaves.set(arrow, start + at * apart);
      const last = start + (sent.length - 1) * apart;
      bottom = Math.max(bottom, last + (sent.some((arrow) => !goesOn(arrow)) ? DROP : DROP - 8));
    }
    bottom += (hasMarks || sent.length > 0 || arriving.length > 0 ? 4 : 0) + (extra[row] ?? 0);
    rows.push({ top, anchor, bottom, breakAt });
    top = bottom;
  }
  const arrows = ladder.arrows.map((arrow) =>
    placeArrow(frame, rows, arrow, leaves.get(arrow) ?? 0),
  );
  return { rows, marks, waits, arrows };
}

export const reachesEnd = ({ end, to }: LadderArrow) =>
  to !== null && (end === "arrived" || end === "discarded");

const goesOn = (arrow: LadderArrow) => reachesEnd(arrow) && arrow.toRow > arrow.fromRow;

function waitText(frame: Frame, y: number, wait: string): PlacedText {
  const runs: readonly Run[] = [{ text: wait, face: "sans", tone: "soft" }];
  const [first] = frame.columns;
  if (frame.columns.length === 1)
    return textAt([(first?.x ?? 0) + (first?.half ?? 0) + 16, y], "start", runs, frame.fontSize);
  return textAt([frame.space.width / 2, y], "middle", runs, frame.fontSize);
}

const SHAPE_ROOM = 17;

function markAt(frame: Frame, mark: LadderMark, y: number): PlacedMark {
  const { columns, space, fontSize, isOutside } = frame;
  const { x, half } = columns[mark.column]!;
  const side = markSide(frame, mark.column);
  const edge = x + side * (half + (isOutside ? 10 : 8));
  const shape = mark.state === null ? 0 : SHAPE_ROOM;
  const room =
    (isOutside
      ? side === 1
        ? space.width - edge - EDGE
        : edge - EDGE
      : space.width / Math.max(1, columns.length - 1) - 40) - shape;
  const told = markRuns(mark, true);
  const fits = runsWidth(told, fontSize) <= room;
  const runs = fits ? told : fitted(markRuns(mark, false), room, fontSize);
  const text = textAt([edge + side * shape, y], side === 1 ? "start" : "end", runs, fontSize);
  const width = runsWidth(runs, fontSize) + shape;
  return { ...text, mark, box: boxAround([edge + (side * width) / 2, y], width, fontSize + 2) };
}

function markRuns(
  { kind, text, isGhost, state, isError }: LadderMark,
  hasVerb: boolean,
): readonly Run[] {
  const before: readonly Run[] = isGhost ? [{ text: "before:", face: "sans", tone: "soft" }] : [];
  const tone = isGhost ? "soft" : state !== null ? "state" : isError ? "ink" : "soft";
  if (kind === "timer")
    return [...before, { text: hasVerb ? `${text} runs out` : text, face: "sans", tone }];
  if (kind === "power" || kind === "filter")
    return [...before, { text, face: "sans", tone: isGhost ? "soft" : "ink" }];
  const face = kind === "state" || isError ? "mono-strong" : "mono";
  return [...before, { text, face, tone }];
}

function placeArrow(
  { columns }: Frame,
  rows: readonly PlacedRow[],
  arrow: LadderArrow,
  start: number,
): BareArrow {
  const source = arrow.from === null ? null : columns[arrow.from]!;
  const target = columns[arrow.to ?? otherColumn(columns.length, arrow.from)]!;
  const isLoopback = source === target && arrow.to !== null;
  const arrives = reachesEnd(arrow);
  const isToTheRight = source === null ? target.x > (columns[0]?.x ?? 0) : target.x > source.x;
  const away = isToTheRight ? 1 : -1;
  const toY = arrives ? rows[arrow.toRow]!.anchor : start + DROP;
  if (source !== null && isLoopback) {
    const side = columns.length > 1 && source === columns.at(-1) ? -1 : 1;
    const x = source.x + side * (source.half + 3);
    const to = arrives ? Math.max(toY, start + 16) : start + 16;
    return { arrow, from: [x, start], to: [x, to], bow: side * BOW };
  }
  const toX = target.x - away * (target.half + 2);
  if (source === null) {
    const across = (columns.at(-1)!.x - columns[0]!.x || 160) * 0.45;
    const y = arrives ? toY : start + STRANGER_DROP;
    return { arrow, from: [toX - away * across, start], to: [toX, y], bow: 0 };
  }
  const fromX = source.x + away * (source.half + 2);
  if (arrives) return { arrow, from: [fromX, start], to: [toX, toY], bow: 0 };
  const lane = source === target ? 150 : (toX - fromX) * (2 / 3);
  return { arrow, from: [fromX, start], to: [fromX + lane, start + DROP * (2 / 3)], bow: 0 };
}

/** Whom a packet to nobody seems to go to. */
function otherColumn(count: number, from: number | null): number {
  return count < 2 ? 0 : from === count - 1 ? count - 2 : (from ?? -1) + 1;
}

function byRow<Each>(
  list: readonly Each[],
  rowOf: (each: Each) => number,
): ReadonlyMap<number, readonly Each[]> {
  const table = new Map<number, Each[]>();
  for (const each of list) {
    const row = table.get(rowOf(each));
    if (row === undefined) table.set(rowOf(each), [each]);
    else row.push(each);
  }
  return table;
}
