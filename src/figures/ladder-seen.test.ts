import { expect, test } from "vitest";
import { seenShapes } from "./ladder-seen.ts";
import type { LadderShape } from "./ladder-shapes.ts";

const line = (from: number, to: number): LadderShape => ({
  kind: "line",
  points: [
    [0, from],
    [9, to],
  ],
  colour: "ink",
  width: 1,
  dash: null,
});

const text = (y: number, angle: number): LadderShape => ({
  kind: "text",
  at: [0, y],
  anchor: "middle",
  angle,
  size: 12,
  runs: [],
});

test("a shape that begins above the reach is kept, in whichever direction it goes", () => {
  const [down, up, below] = [line(10, 90), line(90, 10), line(60, 90)];
  expect(seenShapes([down, up, below], 50)).toEqual([down, up]);
});

test("a slanted text is kept as long as one end of it may be seen", () => {
  expect(seenShapes([text(120, 8), text(120, 0)], 50)).toEqual([text(120, 8)]);
});
