/** Which shapes of a ladder may be seen above a height. */
import type { LadderShape } from "./ladder-shapes.ts";

/** A slanted text may begin so much above its middle, in px. */
const SLANT = 120;

export const seenShapes = (shapes: readonly LadderShape[], reach: number): readonly LadderShape[] =>
  shapes.filter((shape) => topOf(shape) < reach);

function topOf(shape: LadderShape): number {
  switch (shape.kind) {
    case "line":
    case "curve":
    case "area":
      return Math.min(...shape.points.map(([, y]) => y));
    case "ring":
      return shape.centre[1] - shape.radius;
    case "text":
      return shape.at[1] - (shape.angle === 0 ? 0 : SLANT);
  }
}
