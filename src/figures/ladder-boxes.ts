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

function hasGapAlong(sides: Box, one: Box, other: Box): boolean {
  return sides.some(([x1, y1], index) => {
    const [x2, y2] = sides[(index + 1) % sides.length]!;
    const across: Point = [y1 - y2, x2 - x1];
    const [least, most] = reach(one, across);
    const [otherLeast, otherMost] = reach(other, across);
    return most <= otherLeast + 1e-6 || otherMost <= least + 1e-6;
  });
}

function reach(figure: Box, [across, down]: Point): readonly [number, number] {
  const shadows = figure.map(([x, y]) => x * across + y * down);
  return [Math.min(...shadows), Math.max(...shadows)];
}
