/**
 * Labels along their arrows: above the line, turned with it, what has no room in a second line below it. Each takes, of
 * the places along its line, one where it touches no other text; among those the one that fewest lines cross and that is
 * nearest to the middle. A steep line's label stands level on it, as on a contour.
 */
import { type Box, type Point, boundsOf, boxAround, overlap, touchesLine } from "./ladder-boxes.ts";
import type { Frame, PlacedArrow, PlacedRow, PlacedRows, PlacedText } from "./ladder-geometry.ts";
import { type Run, fitted, runsWidth } from "./ladder-text.ts";

export interface PlacedLabel {
  /** One or two, each with its own place. */
  readonly lines: readonly PlacedText[];
}

type BareArrow = Omit<PlacedArrow, "label">;

interface Labels {
  readonly labels: readonly PlacedLabel[];
  /** Rows whose labels found no room. */
  readonly crowded: readonly number[];
}

/** Steeper than this, in degrees, a label is not turned with its line. */
const STEEP = 15;
const OFF_LINE = 4;
const AIR = 2;

export function placeLabels(
  frame: Frame,
  { rows, marks, waits }: PlacedRows,
  arrows: readonly BareArrow[],
  heads: readonly PlacedText[],
): Labels {
  const taken: Box[] = [...marks, ...waits, ...heads].map(({ box }) => box);
  const crowded: number[] = [];
  const labels = arrows.map((placed) => {
    const row = rows[placed.arrow.fromRow]!;
    const candidates = candidatesFor(frame, placed);
    const free = candidates.filter(
      ({ lines }) =>
        isInside(lines, frame, rows) &&
        !lines.some((line) => taken.some((box) => meets(line.box, box))),
    );
    if (free.length === 0) crowded.push(placed.arrow.fromRow);
    const best = cheapest(free.length === 0 ? candidates.slice(0, 1) : free, (candidate) =>
      costOf(candidate, placed, arrows, rows, row),
    );
    taken.push(...best.lines.map(({ box }) => box));
    return { lines: best.lines };
  });
  return { labels, crowded };
}

interface Candidate extends PlacedLabel {
  /** 0 for the middle. */
  readonly off: number;
}

function cheapest(
  candidates: readonly Candidate[],
  cost: (candidate: Candidate) => number,
): Candidate {
  let best = candidates[0]!;
  let least = Infinity;
  for (const candidate of candidates) {
    const price = cost(candidate);
    if (price < least) [best, least] = [candidate, price];
  }
  return best;
}

function meets(one: Box, other: Box): boolean {
  const [a, b] = [boundsOf(one), boundsOf(other)];
  if (a.bottom < b.top || b.bottom < a.top || a.right < b.left || b.right < a.left) return false;
  return overlap(one, other);
}

function isInside(
  lines: readonly PlacedText[],
  { space, ladder }: Frame,
  rows: readonly PlacedRow[],
): boolean {
  const end = (rows.at(-1)?.bottom ?? 0) + 6;
  const top = ladder.columns.length === 0 ? 0 : (rows[0]?.top ?? 0) - 8;
  return lines.every(({ box }) => {
    const bounds = boundsOf(box);
    return (
      bounds.left >= 2 &&
      bounds.right <= space.width - 2 &&
      bounds.top >= top &&
      bounds.bottom <= end
    );
  });
}

function costOf(
  { lines, off }: Candidate,
  placed: BareArrow,
  arrows: readonly BareArrow[],
  rows: readonly PlacedRow[],
  own: PlacedRow,
): number {
  const boxes = lines.map(({ box }) => box);
  const bounds = boxes.map(boundsOf);
  const top = Math.min(...bounds.map((each) => each.top));
  const bottom = Math.max(...bounds.map((each) => each.bottom));
  let crossings = 0;
  for (const other of arrows) {
    if (other === placed || other.bow !== 0) continue;
    const [high, low] = [
      Math.min(other.from[1], other.to[1]),
      Math.max(other.from[1], other.to[1]),
    ];
    if (low < top || high > bottom) continue;
    crossings += boxes.filter((box) => touchesLine(box, other.from, other.to)).length;
  }
  const isCutByNow = rows.some((row) => row.bottom > top + 1 && row.bottom < bottom - 1);
  return crossings * 4 + off * 6 + (bottom > own.bottom + 1 ? 2 : 0) + (isCutByNow ? 1.5 : 0);
}

const PLACES = [0, 0.06, 0.12, 0.18, 0.24, 0.3, 0.36, 0.42].flatMap((off) =>
  off === 0 ? [0.5] : [0.5 - off, 0.5 + off],
);

function candidatesFor(frame: Frame, placed: BareArrow): readonly Candidate[] {
  return placed.bow === 0 ? straightCandidates(frame, placed) : bowCandidates(frame, placed);
}

/** Beside the bow, level, up and down along it. */
function bowCandidates(frame: Frame, placed: BareArrow): readonly Candidate[] {
  const { from, to, bow } = placed;
  const { fontSize, space } = frame;
  const x = from[0] + bow * 0.75 + 8;
  const texts = linesFor(frame, placed, space.width - x - 4);
  return PLACES.map((t) => {
    const y = from[1] + (to[1] - from[1]) * t - ((texts.length - 1) * (fontSize + 4)) / 2;
    return {
      off: Math.abs(t - 0.5),
      lines: texts.map((runs, at) => startingAt([x, y + at * (fontSize + 4)], runs, fontSize)),
    };
  });
}

function startingAt([x, y]: Point, runs: readonly Run[], fontSize: number): PlacedText {
  const width = runsWidth(runs, fontSize);
  return {
    x,
    y,
    anchor: "start",
    angle: 0,
    runs,
    box: boxAround([x + width / 2, y], width + AIR, fontSize + AIR),
  };
}

function straightCandidates(frame: Frame, placed: BareArrow): readonly Candidate[] {
  const { fontSize } = frame;
  const [start, end] = trackOf(frame, placed);
  const slope = (end[1] - start[1]) / (end[0] - start[0]);
  const angle = (Math.atan(slope) * 180) / Math.PI;
  const isSteep = Math.abs(angle) > STEEP;
  const lane = Math.hypot(end[0] - start[0], end[1] - start[1]);
  const texts = linesFor(frame, placed, lane - (isSteep ? 50 : 22));
  const widest = Math.max(...texts.map((runs) => runsWidth(runs, fontSize)));
  const [left, right] = [Math.min(start[0], end[0]), Math.max(start[0], end[0])];
  const turned = isSteep ? 0 : angle;
  return PLACES.flatMap((t) => {
    const across = t * (right - left);
    const half = (widest / 2) * Math.cos((turned * Math.PI) / 180);
    if (t !== 0.5 && (across < half + 3 || across > right - left - half - 3)) return [];
    const x = left + across;
    const y = start[1] + (x - start[0]) * slope;
    return {
      off: Math.abs(t - 0.5),
      lines: texts.map((runs, at) => {
        const down = isSteep
          ? (at - (texts.length - 1) / 2) * (fontSize + 3)
          : (at === 0 ? -1 : 1) * (fontSize / 2 + OFF_LINE);
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
    [[name], notes],
  ].map((lines) => lines.filter((line) => line.length > 0));
  const fits = ways.find((lines) => lines.every((line) => runsWidth(line, fontSize) <= room));
  return fits ?? [fitted([name], room, fontSize)];
}
