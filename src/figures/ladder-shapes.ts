/**
 * A ladder as one list of plain shapes, from the back to the front, which the page, the SVG file and the canvas paint
 * each in its own way. Colours are names of the app's tokens.
 */
import { type StatePhase, phaseOf } from "#net/tcp-state";
import { BAR_GAP, barWidth } from "./ladder-bars.ts";
import type { Point } from "./ladder-boxes.ts";
import type {
  LadderGeometry,
  PlacedArrow,
  PlacedColumn,
  PlacedMark,
  PlacedText,
} from "./ladder-geometry.ts";
import type { Run } from "./ladder-text.ts";

export type Colour = "paper" | "line" | "ink" | "soft" | StatePhase;

export type LadderShape =
  | {
      readonly kind: "line";
      readonly points: readonly Point[];
      readonly colour: Colour;
      readonly width: number;
      readonly dash: string | null;
    }
  /** A cubic curve. */
  | {
      readonly kind: "curve";
      readonly points: readonly [Point, Point, Point, Point];
      readonly colour: Colour;
      readonly width: number;
      readonly dash: string | null;
    }
  | { readonly kind: "area"; readonly points: readonly Point[]; readonly colour: Colour }
  | {
      readonly kind: "ring";
      readonly centre: Point;
      readonly radius: number;
      readonly colour: Colour;
      /** Null for a full disc. */
      readonly width: number | null;
    }
  | {
      readonly kind: "text";
      readonly at: Point;
      readonly anchor: "start" | "middle" | "end";
      /** Degrees, clockwise. */
      readonly angle: number;
      readonly size: number;
      readonly runs: readonly ColouredRun[];
    };

export interface ColouredRun {
  readonly text: string;
  readonly face: Run["face"];
  readonly colour: Colour;
}

const STROKE = 1.5;
const LOST = "6 4";
const BEFORE = "2 4";
const HEAD = { length: 10, half: 4.2 };

/** The hosts' names and columns: what is there before anything happens. */
export function columnShapes({ heads, columns, fontSize }: LadderGeometry): readonly LadderShape[] {
  return [
    ...columns.map(({ x, top, bottom }) =>
      line(
        [
          [x, top],
          [x, bottom],
        ],
        "line",
        STROKE,
      ),
    ),
    ...heads.map((head) => textShape(head, fontSize, "ink")),
  ];
}

export function ladderShapes(geometry: LadderGeometry): readonly LadderShape[] {
  const { arrows, marks, waits, fontSize } = geometry;
  return [
    ...barShapes(geometry),
    ...breakShapes(geometry),
    ...arrows.filter(({ arrow }) => arrow.isGhost).flatMap(arrowShapes),
    ...arrows.filter(({ arrow }) => !arrow.isGhost).flatMap(arrowShapes),
    ...waits.map((wait) => textShape(wait, fontSize, "soft")),
    ...marks.flatMap((mark) => markShapes(mark, fontSize)),
    ...arrows.flatMap((placed) => labelShapes(placed, fontSize)),
  ];
}

const line = (
  points: readonly Point[],
  colour: Colour,
  width: number,
  dash: string | null = null,
): LadderShape => ({ kind: "line", points, colour, width, dash });

function barShapes({ bars, columns }: LadderGeometry): readonly LadderShape[] {
  return bars.map(({ column, slot, phase, from, to }) => {
    const { slots } = columns[column]!;
    const x = barX(columns[column]!, slot);
    return line(
      [
        [x, from + 0.75],
        [x, to - 0.75],
      ],
      phase,
      barWidth(slots),
    );
  });
}

export function barX({ x, half, slots }: PlacedColumn, slot: number): number {
  const width = barWidth(slots);
  return slots === 0 ? x : x - half + width / 2 + slot * (width + BAR_GAP);
}

/** The columns are broken where a wait is folded: between two zigzags nothing is drawn to scale. */
function breakShapes({ rows, columns }: LadderGeometry): readonly LadderShape[] {
  return rows.flatMap(({ breakAt }) =>
    breakAt === null
      ? []
      : columns.flatMap(({ x, half }) => {
          const zigzag = (y: number): readonly Point[] => {
            const reach = half + 5;
            return [-1, -1 / 3, 1 / 3, 1].map((part, at): Point => [
              x + part * reach,
              y + (at % 2 === 0 ? 3 : -3),
            ]);
          };
          const [above, below] = [zigzag(breakAt - 4), zigzag(breakAt + 4)];
          return [
            {
              kind: "area" as const,
              points: [...above, ...below.toReversed()],
              colour: "paper" as const,
            },
            line(above, "soft", 1.25),
            line(below, "soft", 1.25),
          ];
        }),
  );
}

function arrowShapes(placed: PlacedArrow): readonly LadderShape[] {
  const { arrow, from, to, bow } = placed;
  const colour = arrow.isGhost ? "soft" : "ink";
  const dash = arrow.isGhost ? BEFORE : arrow.end === "lost" ? LOST : null;
  const stranger: readonly LadderShape[] =
    arrow.from === null ? [{ kind: "ring", centre: from, radius: 3.5, colour, width: STROKE }] : [];
  if (bow !== 0) {
    const points = bowOf(placed);
    const before: Point = [points[2][0], points[2][1] + (to[1] - points[2][1]) * 0.35];
    return [
      { kind: "curve", points, colour, width: STROKE, dash },
      ...endShapes(placed, before, colour),
    ];
  }
  const direction = unit(from, to);
  const gap = arrow.from === null ? 3.5 : 0;
  const back = arrow.end === "arrived" ? HEAD.length - 1 : arrow.end === "open" ? 3.5 : 0;
  return [
    ...stranger,
    line([along(from, direction, gap), along(to, direction, -back)], colour, STROKE, dash),
    ...endShapes(placed, from, colour),
  ];
}

export function bowOf({ from, to, bow }: PlacedArrow): readonly [Point, Point, Point, Point] {
  return [from, [from[0] + bow, from[1]], [to[0] + bow, to[1]], to];
}

/** An arrow's head; a cross for what is lost or discarded; an open ring for what is still on its way. */
function endShapes(
  { arrow, to }: PlacedArrow,
  before: Point,
  colour: Colour,
): readonly LadderShape[] {
  const direction = unit(before, to);
  switch (arrow.end) {
    case "arrived": {
      const base = along(to, direction, -HEAD.length);
      const [across, down] = [-direction[1] * HEAD.half, direction[0] * HEAD.half];
      return [
        {
          kind: "area",
          points: [to, [base[0] + across, base[1] + down], [base[0] - across, base[1] - down]],
          colour,
        },
      ];
    }
    case "discarded":
    case "lost": {
      const [x, y] = arrow.end === "lost" ? to : along(to, direction, -9);
      return [
        line(
          [
            [x - 5, y - 5],
            [x + 5, y + 5],
          ],
          colour,
          2,
        ),
        line(
          [
            [x - 5, y + 5],
            [x + 5, y - 5],
          ],
          colour,
          2,
        ),
      ];
    }
    case "open":
      return [{ kind: "ring", centre: to, radius: 3.5, colour, width: STROKE }];
  }
}

function unit(from: Point, to: Point): Point {
  const [across, down] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(across, down) || 1;
  return [across / length, down / length];
}

const along = ([x, y]: Point, [across, down]: Point, by: number): Point => [
  x + across * by,
  y + down * by,
];

function markShapes(mark: PlacedMark, size: number): readonly LadderShape[] {
  const { state, isGhost } = mark.mark;
  const colour: Colour = isGhost || state === null ? "soft" : phaseOf(state);
  const text = textShape(mark, size, colour);
  if (state === null) return [text];
  const x = mark.anchor === "start" ? mark.x - 17 : mark.x + 5;
  return [...stateShapes(phaseOf(state), x, mark.y - 6, colour), text];
}

/** As StateShape has them, in a square of 12 whose left upper corner is given. */
function stateShapes(
  phase: StatePhase,
  x: number,
  y: number,
  colour: Colour,
): readonly LadderShape[] {
  const at = (across: number, down: number): Point => [x + across, y + down];
  const centre = at(6, 6);
  switch (phase) {
    case "listening":
      return [{ kind: "ring", centre, radius: 4.2, colour, width: 2 }];
    case "opening":
      return [
        { kind: "ring", centre, radius: 4.5, colour, width: 1.5 },
        { kind: "area", points: leftHalf(centre, 4.5), colour },
      ];
    case "established":
      return [{ kind: "ring", centre, radius: 4.8, colour, width: null }];
    case "closing":
      return [
        line([at(6, 1), at(11, 6), at(6, 11), at(1, 6), at(6, 1), at(11, 6)], colour, 1.5),
        { kind: "area", points: [at(6, 1), at(11, 6), at(6, 11)], colour },
      ];
    case "closed":
      return [line([at(2, 2), at(10, 10)], colour, 2), line([at(10, 2), at(2, 10)], colour, 2)];
  }
}

function leftHalf([x, y]: Point, radius: number): readonly Point[] {
  return Array.from({ length: 13 }, (_, step): Point => {
    const turn = (Math.PI * step) / 12;
    return [x - radius * Math.sin(turn), y - radius * Math.cos(turn)];
  });
}

function textShape(
  { x, y, anchor, angle, runs }: PlacedText,
  size: number,
  stateColour: Colour,
): LadderShape {
  return {
    kind: "text",
    at: [x, y],
    anchor,
    angle,
    size,
    runs: runs.map(({ text, face, tone }) => ({
      text,
      face,
      colour: tone === "state" ? stateColour : tone,
    })),
  };
}

/** A label that stands level on its own line breaks it. */
function labelShapes({ label, bow }: PlacedArrow, size: number): readonly LadderShape[] {
  return label.lines.flatMap((text) => [
    ...(bow === 0 && text.angle === 0
      ? [{ kind: "area" as const, points: text.box, colour: "paper" as const }]
      : []),
    textShape(text, size, "ink"),
  ]);
}

/** From a text's middle to its baseline, in parts of its size. */
export const BASELINE = 0.35;
/** A text keeps this much of the paper around it clear of lines, in px on each side. */
export const HALO = 2.5;

/** Coordinates short enough to be the same in every browser. */
export const short = (number: number): number => Math.round(number * 100) / 100;

export const pointsText = (points: readonly Point[]): string =>
  points.map(([x, y]) => `${short(x)},${short(y)}`).join(" ");

export function curveText([from, one, other, to]: readonly [Point, Point, Point, Point]): string {
  return `M${pointsText([from])}C${pointsText([one, other, to])}`;
}
