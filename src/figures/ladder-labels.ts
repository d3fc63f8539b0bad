/**
 * Labels along their arrows: above the line, else below it, turned with it; what has no room in a second line. Each takes, of
 * the places along its line, one where it touches no other text; among those the one that fewest lines cross and that is
 * nearest to the middle. A steep line's label stands level on it, as on a contour.
 */
import { type Box, type Point, boundsOf, boxAround, overlap, touchesLine } from "./ladder-boxes.ts";
import type { Frame, PlacedArrow, PlacedRows, PlacedText } from "./ladder-geometry.ts";
import { type Run, fitted, runsWidth } from "./ladder-text.ts";

export interface PlacedLabel {
  /** One or two, each with its own place. */
  readonly lines: readonly PlacedText[];
}

type BareArrow = Omit<PlacedArrow, "label" | "words">;

interface Labels {
  readonly labels: readonly PlacedLabel[];
  /** Rows whose labels found no room. */
  readonly crowded: readonly number[];
}

/** Steeper than this, in degrees, a label is not turned with its line. */
const STEEP = 22;
const OFF_LINE = 4;
const AIR = 2;

export function placeLabels(
  frame: Frame,
  { rows, marks, waits }: PlacedRows,
  arrows: readonly BareArrow[],
  heads: readonly PlacedText[],
): Labels {
  const scene: Scene = {
    taken: new Map(),
    arrows,
    edges: rows.map(({ bottom }) => bottom),
    right: frame.space.width - 2,
    top: (rows[0]?.top ?? 0) - 8,
    bottom: (rows.at(-1)?.bottom ?? 0) + 6,
  };
  for (const { box } of [...marks, ...waits, ...heads]) take(scene, bounded(box));
  const crowded: number[] = [];
  const labels = arrows.map((placed) => {
    const candidates = candidatesFor(frame, placed).toSorted((one, other) => one.off - other.off);
    let best: readonly PlacedText[] | undefined;
    let least = Infinity;
    for (const { off, place } of candidates) {
      if (off >= least) break;
      const lines = place();
      const boxes = lines.map(({ box }) => bounded(box));
      if (!isFree(boxes, scene)) continue;
      const cost = off + costOf(boxes, placed, scene);
      if (cost < least) [best, least] = [lines, cost];
    }
    if (best === undefined) crowded.push(placed.arrow.fromRow);
    const lines = best ?? candidates[0]!.place();
    for (const { box } of lines) take(scene, bounded(box));
    return { lines };
  });
  return { labels, crowded };
}

interface Candidate {
  /** How far it is from where it would best be; costs of what it crosses come on top. */
  readonly off: number;
  /** Most are never tried, so each is placed when it is. */
  readonly place: () => readonly PlacedText[];
}

interface Bounded {
  readonly box: Box;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const bounded = (box: Box): Bounded => ({ box, ...boundsOf(box) });

interface Scene {
  /** What is in each slice of the height, so that a label is held against its neighbours alone. */
  readonly taken: Map<number, Bounded[]>;
  readonly arrows: readonly BareArrow[];
  /** Where rows end: the drawing may be cut off there. */
  readonly edges: readonly number[];
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The height of a slice. */
const SLICE = 48;

function take({ taken }: Scene, one: Bounded): void {
  const last = Math.floor(one.bottom / SLICE);
  for (let slice = Math.floor(one.top / SLICE); slice <= last; slice += 1) {
    const others = taken.get(slice);
    if (others === undefined) taken.set(slice, [one]);
    else others.push(one);
  }
}

function isFree(boxes: readonly Bounded[], { taken, right, top, bottom }: Scene): boolean {
  return boxes.every((one) => {
    if (one.left < 2 || one.right > right || one.top < top || one.bottom > bottom) return false;
    const last = Math.floor(one.bottom / SLICE);
    for (let slice = Math.floor(one.top / SLICE); slice <= last; slice += 1)
      for (const other of taken.get(slice) ?? [])
        if (
          one.bottom > other.top &&
          other.bottom > one.top &&
          one.right > other.left &&
          other.right > one.left &&
          overlap(one.box, other.box)
        )
          return false;
    return true;
  });
}

const CROSSING = 0.7;
const CUT = 0.25;

function costOf(boxes: readonly Bounded[], placed: BareArrow, { arrows, edges }: Scene): number {
  const top = Math.min(...boxes.map((each) => each.top));
  const bottom = Math.max(...boxes.map((each) => each.bottom));
  let cost = edges.some((edge) => edge > top + 1 && edge < bottom - 1) ? CUT : 0;
  const end = boxAround(placed.to, 13, 13);
  if (placed.arrow.end !== "arrived" && boxes.some(({ box }) => overlap(box, end))) cost += CUT;
  for (const other of arrows) {
    if (other === placed || other.bow !== 0) continue;
    const { from, to } = other;
    if (Math.max(from[1], to[1]) < top || Math.min(from[1], to[1]) > bottom) continue;
    for (const one of boxes)
      if (!passesBy(one, from, to) && touchesLine(one.box, from, to)) cost += CROSSING;
  }
  return cost;
}

/** Whether the line is above or below all along the box's width: most are. */
function passesBy({ left, right, top, bottom }: Bounded, from: Point, to: Point): boolean {
  const across = to[0] - from[0];
  if (across === 0) return false;
  const slope = (to[1] - from[1]) / across;
  const [one, other] = [from[1] + (left - from[0]) * slope, from[1] + (right - from[0]) * slope];
  return Math.max(one, other) < top || Math.min(one, other) > bottom;
}

const PLACES = Array.from({ length: 23 }, (_, at) => 0.06 + at * 0.04);

function candidatesFor(frame: Frame, placed: BareArrow): readonly Candidate[] {
  return placed.bow === 0 ? straightCandidates(frame, placed) : bowCandidates(frame, placed);
}

/** Beside the bow, level, up and down along it. */
function bowCandidates(frame: Frame, placed: BareArrow): readonly Candidate[] {
  const { from, to, bow } = placed;
  const { fontSize, space } = frame;
  const side = Math.sign(bow);
  const x = from[0] + bow * 0.75 + side * 8;
  const texts = linesFor(frame, placed, (side > 0 ? space.width - x : x) - 4);
  return PLACES.map((t) => {
    const y = from[1] + (to[1] - from[1]) * t - ((texts.length - 1) * (fontSize + 4)) / 2;
    return {
      off: Math.abs(t - 0.5),
      place: () =>
        texts.map((runs, at) => beside([x, y + at * (fontSize + 4)], side, runs, fontSize)),
    };
  });
}

function beside([x, y]: Point, side: number, runs: readonly Run[], fontSize: number): PlacedText {
  const width = runsWidth(runs, fontSize);
  return {
    x,
    y,
    anchor: side > 0 ? "start" : "end",
    angle: 0,
    runs,
    box: boxAround([x + (side * width) / 2, y], width + AIR, fontSize + AIR),
  };
}

function straightCandidates(frame: Frame, placed: BareArrow): readonly Candidate[] {
  const { fontSize } = frame;
  const [start, end] = trackOf(frame, placed);
  const slope = (end[1] - start[1]) / (end[0] - start[0]);
  const angle = (Math.atan(slope) * 180) / Math.PI;
  const isSteep = Math.abs(angle) > STEEP;
  const lane = Math.hypot(end[0] - start[0], end[1] - start[1]);
  const texts = linesFor(frame, placed, isSteep ? Math.abs(end[0] - start[0]) * 0.85 : lane - 22);
  const widest = Math.max(...texts.map((runs) => runsWidth(runs, fontSize)));
  const [left, right] = [Math.min(start[0], end[0]), Math.max(start[0], end[0])];
  const turned = isSteep ? 0 : angle;
  const sides = isSteep || texts.length > 1 ? [-1] : [-1, 1];
  return PLACES.flatMap((t) => sides.map((side) => [t, side] as const)).flatMap(([t, side]) => {
    const across = t * (right - left);
    const half = (widest / 2) * Math.cos((turned * Math.PI) / 180);
    if (Math.abs(t - 0.5) > 0.01 && (across < half + 3 || across > right - left - half - 3))
      return [];
    const x = left + across;
    const y = start[1] + (x - start[0]) * slope;
    return {
      off: Math.abs(t - 0.5) + (side > 0 ? 0.6 : 0),
      place: () =>
        texts.map((runs, at) => {
          const down = isSteep
            ? (at - (texts.length - 1) / 2) * (fontSize + 4)
            : at < 2
              ? (at === 0 ? side : 1) * (fontSize / 2 + OFF_LINE)
              : fontSize / 2 + OFF_LINE + (at - 1) * (fontSize + 4);
          const turn = (turned * Math.PI) / 180;
          const place: Point = [x - down * Math.sin(turn), y + down * Math.cos(turn)];
          const width = runsWidth(runs, fontSize);
          return {
            x: place[0],
            y: place[1],
            anchor: "middle" as const,
            angle: turned,
            runs,
            box: boxAround(place, width + AIR, fontSize + AIR, turned),
          };
        }),
    };
  });
}

/** The whole line from column to column that the arrow lies on: a lost packet's label may stand where it did not come. */
function trackOf(
  { columns, space }: Frame,
  { from, to, arrow }: BareArrow,
): readonly [Point, Point] {
  const slope = (to[1] - from[1]) / (to[0] - from[0]);
  const at = (x: number): Point => [x, from[1] + (x - from[0]) * slope];
  const other = (index: number) => columns[index]!;
  if (columns.length < 2) {
    const side = Math.sign(to[0] - from[0]);
    const edge = side > 0 ? space.width - 6 : 6;
    return arrow.from === null ? [from, to] : [from, at(edge)];
  }
  if (arrow.from === null) {
    const source = to[0] > from[0] ? other(0) : other(columns.length - 1);
    const side = Math.sign(to[0] - from[0]);
    return [at(source.x + side * (source.half + 2)), to];
  }
  if (arrow.to !== null && (arrow.end === "arrived" || arrow.end === "discarded"))
    return [from, to];
  return [from, at(from[0] + (to[0] - from[0]) * 1.5)];
}

/** The label's one line or two: numbers go to the second where the first has no room. */
function linesFor(
  { fontSize, space }: Frame,
  { arrow }: BareArrow,
  room: number,
): readonly (readonly Run[])[] {
  const { label, note, numbers, wireNumbers, isGhost } = arrow;
  const told = space.numbers === "off" ? "" : space.numbers === "wire" ? wireNumbers : numbers;
  const name: Run = { text: label, face: "mono-strong", tone: isGhost ? "soft" : "ink" };
  const notes: readonly Run[] =
    note === "" ? [] : [{ text: note, face: "sans", tone: isGhost ? "soft" : "ink" }];
  const figures: readonly Run[] = told === "" ? [] : [{ text: told, face: "mono", tone: "soft" }];
  const ways: readonly (readonly (readonly Run[])[])[] = [
    [[name, ...figures, ...notes]],
    [[name, ...notes], figures],
    [[name], [...notes, ...figures]],
    [[name, ...figures], notes],
    [[name], notes, figures],
    [[name], notes],
  ].map((lines) => lines.filter((line) => line.length > 0));
  const fits = ways.find((lines) => lines.every((line) => runsWidth(line, fontSize) <= room));
  return fits ?? [fitted([name], room, fontSize)];
}
