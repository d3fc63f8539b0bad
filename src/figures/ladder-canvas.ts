/** Paints a ladder on a canvas, for a PNG: the page's policy shows no SVG from memory as an image. */
import type { Point } from "./ladder-boxes.ts";
import type { LadderGeometry } from "./ladder-geometry.ts";
import { BASELINE, HALO, type LadderShape, columnShapes, ladderShapes } from "./ladder-shapes.ts";
import { MARGIN } from "./ladder-svg.ts";
import { GAP } from "./ladder-text.ts";
import { LADDER_COLOURS, LADDER_FACES, type LadderTheme } from "./ladder-theme.ts";

/** What of CanvasRenderingContext2D it takes. */
export interface PaintContext {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineJoin: unknown;
  font: string;
  textAlign: unknown;
  textBaseline: unknown;
  save: () => void;
  restore: () => void;
  translate: (x: number, y: number) => void;
  rotate: (radians: number) => void;
  scale: (x: number, y: number) => void;
  beginPath: () => void;
  closePath: () => void;
  moveTo: (x: number, y: number) => void;
  lineTo: (x: number, y: number) => void;
  bezierCurveTo: (x1: number, y1: number, x2: number, y2: number, x: number, y: number) => void;
  arc: (x: number, y: number, radius: number, from: number, to: number) => void;
  stroke: () => void;
  fill: () => void;
  fillRect: (x: number, y: number, width: number, height: number) => void;
  fillText: (text: string, x: number, y: number) => void;
  strokeText: (text: string, x: number, y: number) => void;
  measureText: (text: string) => { readonly width: number };
  setLineDash: (dash: number[]) => void;
}

/** In px of the picture, for so many to one of the drawing. */
export function pictureSize({ width, height }: LadderGeometry, scale: number) {
  return {
    width: Math.ceil((width + 2 * MARGIN) * scale),
    height: Math.ceil((Math.ceil(height) + 2 * MARGIN) * scale),
  };
}

/** A step for each of its shapes: painting all of them takes long. */
export function* paintLadder(
  context: PaintContext,
  geometry: LadderGeometry,
  theme: LadderTheme,
  scale: number,
): Generator<void, void> {
  const colours = LADDER_COLOURS[theme];
  const { width, height } = pictureSize(geometry, scale);
  context.save();
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, width, height);
  context.scale(scale, scale);
  context.translate(MARGIN, MARGIN);
  context.lineJoin = "round";
  for (const shape of [...columnShapes(geometry), ...ladderShapes(geometry)]) {
    paint(context, shape, colours);
    yield;
  }
  context.restore();
}

type Colours = (typeof LADDER_COLOURS)[LadderTheme];

function paint(context: PaintContext, shape: LadderShape, colours: Colours): void {
  if (shape.kind === "text") return paintText(context, shape, colours);
  context.beginPath();
  switch (shape.kind) {
    case "line":
      trace(context, shape.points);
      break;
    case "curve": {
      const [[x, y], one, other, to] = shape.points;
      context.moveTo(x, y);
      context.bezierCurveTo(...one, ...other, ...to);
      break;
    }
    case "area":
      trace(context, shape.points);
      context.closePath();
      context.fillStyle = colours[shape.colour];
      return context.fill();
    case "ring":
      context.arc(...shape.centre, shape.radius, 0, 2 * Math.PI);
      context.fillStyle = shape.width === null ? colours[shape.colour] : colours.paper;
      context.fill();
      if (shape.width === null) return;
  }
  context.strokeStyle = colours[shape.colour];
  context.lineWidth = shape.width ?? 1;
  const dash = "dash" in shape ? shape.dash : null;
  context.setLineDash(dash === null ? [] : dash.split(" ").map(Number));
  context.stroke();
  context.setLineDash([]);
}

function trace(context: PaintContext, points: readonly Point[]): void {
  for (const [index, [x, y]] of points.entries())
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
}

function paintText(
  context: PaintContext,
  { at, anchor, angle, size, runs }: Extract<LadderShape, { kind: "text" }>,
  colours: Colours,
): void {
  context.save();
  context.translate(...at);
  context.rotate((angle * Math.PI) / 180);
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.strokeStyle = colours.paper;
  context.lineWidth = HALO * 2;
  const measured = runs.map((run) => {
    const { family, weight } = LADDER_FACES[run.face];
    const font = `${weight} ${size}px ${family}`;
    context.font = font;
    return { ...run, font, width: context.measureText(run.text).width };
  });
  const whole = measured.reduce((sum, { width }) => sum + width, GAP * (runs.length - 1));
  const start = anchor === "start" ? 0 : anchor === "middle" ? -whole / 2 : -whole;
  for (const isHalo of [true, false]) {
    let x = start;
    for (const { text, font, colour, width } of measured) {
      context.font = font;
      context.fillStyle = colours[colour];
      if (isHalo) context.strokeText(text, x, size * BASELINE);
      else context.fillText(text, x, size * BASELINE);
      x += width + GAP;
    }
  }
  context.restore();
}
