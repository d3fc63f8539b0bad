/** Boxes around texts, turned or not, and whether they touch each other or a line. All lengths in px, y downwards. */
export type Point = readonly [x: number, y: number];

/** Four corners, one after the other. */
export type Box = readonly Point[];

/** `angle` in degrees, clockwise as SVG turns. */
export function boxAround([x, y]: Point, width: number, height: number, angle = 0): Box {
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const corners: readonly Point[] = [
    [-width / 2, -height / 2],
    [width / 2, -height / 2],
    [width / 2, height / 2],
    [-width / 2, height / 2],
  ];
  return corners.map(([across, down]): Point => [
    x + across * cos - down * sin,
    y + across * sin + down * cos,
  ]);
}

export const boundsOf = (box: Box) => ({
  left: Math.min(...box.map(([x]) => x)),
  right: Math.max(...box.map(([x]) => x)),
  top: Math.min(...box.map(([, y]) => y)),
  bottom: Math.max(...box.map(([, y]) => y)),
});

/** Two convex figures are apart where a line between them can be drawn along one of their sides. */
export function overlap(one: Box, other: Box): boolean {
  return !hasGapAlong(one, one, other) && !hasGapAlong(other, one, other);
}

/** A line from one point to another is a figure of two corners. */
export const touchesLine = (box: Box, from: Point, to: Point): boolean => overlap(box, [from, to]);

/** Loops without lists: a ladder that is laid out asks this some hundred thousand times. */
function hasGapAlong(sides: Box, one: Box, other: Box): boolean {
  for (let index = 0; index < sides.length; index += 1) {
    const from = sides[index]!;
    const to = sides[(index + 1) % sides.length]!;
    const across = from[1] - to[1];
    const down = to[0] - from[0];
    if (farthest(one, across, down) <= nearest(other, across, down) + 1e-6) return true;
    if (farthest(other, across, down) <= nearest(one, across, down) + 1e-6) return true;
  }
  return false;
}

function nearest(figure: Box, across: number, down: number): number {
  let least = Infinity;
  for (const corner of figure) least = Math.min(least, corner[0] * across + corner[1] * down);
  return least;
}

function farthest(figure: Box, across: number, down: number): number {
  let most = -Infinity;
  for (const corner of figure) most = Math.max(most, corner[0] * across + corner[1] * down);
  return most;
}
