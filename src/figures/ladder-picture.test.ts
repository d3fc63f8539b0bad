import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Ladder } from "#simulator/ladder";
import { ladderAsPainting, ladderAsSvg } from "./ladder-picture.tsx";
import { escaped } from "./ladder-svg.ts";
import { LADDER_COLOURS } from "./ladder-theme.ts";

const NOTHING: Ladder = {
  columns: [
    { host: "A", addresses: ["10.0.0.1"] },
    { host: "B", addresses: ["10.0.0.2"] },
  ],
  rows: [{ at: 0, wait: null }],
  rowOfPosition: [0],
  arrows: [],
  marks: [],
};

const ONE_CALL: Ladder = {
  ...NOTHING,
  marks: [
    {
      key: "mark 0",
      column: 0,
      row: 0,
      kind: "return",
      text: 'recv() = "<&>"',
      state: null,
      isError: false,
      isGhost: false,
      socket: 1,
      call: 1,
    },
  ],
};

const WISH = { width: 480, numbers: "relative", theme: "light" } as const;

test("what stands in a text cannot be taken for markup", () => {
  const svg = ladderAsSvg(ONE_CALL, { ...WISH, title: "A & B" });
  expect(svg).toContain("recv() = &quot;&lt;&amp;&gt;&quot;");
  expect(svg).toContain(">A &amp; B</title>");
});

test("a character that XML does not know becomes a question mark", () => {
  expect(escaped("a\u0000b\u001Fc\td")).toBe("a?b?c\td");
});

test("its colours are those of the app", () => {
  const css = readFileSync(new URL("../app/app.css", import.meta.url), "utf8");
  for (const [token, light] of Object.entries(LADDER_COLOURS.light)) {
    const dark = Object.entries(LADDER_COLOURS.dark).find(([name]) => name === token)?.[1];
    expect(css).toContain(`--color-${token}: light-dark(${light}, ${dark});`);
  }
});

test("a painting has the size of the picture, and paints each text", () => {
  const texts: string[] = [];
  const nothing = () => {};
  const { width, height, paint } = ladderAsPainting(ONE_CALL, WISH, 2);
  expect([width, height % 2]).toEqual([1024, 0]);
  const steps = paint({
    fillStyle: "",
    strokeStyle: "",
    lineWidth: 1,
    lineJoin: "",
    font: "",
    textAlign: "",
    textBaseline: "",
    save: nothing,
    restore: nothing,
    translate: nothing,
    rotate: nothing,
    scale: nothing,
    beginPath: nothing,
    closePath: nothing,
    moveTo: nothing,
    lineTo: nothing,
    bezierCurveTo: nothing,
    arc: nothing,
    stroke: nothing,
    fill: nothing,
    fillRect: nothing,
    fillText: (text) => texts.push(text),
    strokeText: nothing,
    measureText: (text) => ({ width: text.length * 8 }),
    setLineDash: nothing,
  });
  while (steps.next().done !== true);
  expect(texts).toEqual(["A", "10.0.0.1", "B", "10.0.0.2", 'recv() = "<&>"']);
});
