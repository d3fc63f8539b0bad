import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EPHEMERAL_RANGES } from "#net/ephemeral-range";
import {
  type Box,
  boxOf,
  bracketsOf,
  type Label,
  middleOf,
  type PortLineContent,
  type PortMark,
  runsOf,
  startOf,
} from "./port-line-geometry.ts";
import { UPRIGHT_WIDTH, uprightFrame } from "./upright-port-line.ts";
import { timesOf, wideFrame } from "./wide-port-line.ts";

const anyMark = fc.record({
  port: fc.oneof(fc.integer({ min: 0, max: 1023 }), fc.integer({ min: 0, max: 65535 })),
  name: fc.option(fc.stringMatching(/^[a-z][a-z-]{1,22}$/)),
});
const anyContent: fc.Arbitrary<PortLineContent> = fc
  .record({
    marks: fc.uniqueArray(anyMark, { maxLength: 40, selector: ({ port }) => port }),
    here: fc.nat({ max: 60 }),
    systems: fc.subarray([...EPHEMERAL_RANGES]),
    lens: fc.boolean(),
  })
  .map(({ marks, here, systems, lens }) => ({
    marks: marks.map((mark, index) => ({ ...mark, here: index === here })),
    brackets: bracketsOf(systems),
    lens,
  }));

const textOf = ({ runs }: Label) => runs.map(({ text }) => text).join(" ");
const bare: PortLineContent = { marks: [], brackets: [], lens: true };
const markOf = (port: number, name: string | null = null): PortMark => ({
  port,
  name,
  here: false,
});

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Texts that lie over another or leave the figure, as words. */
function faultsIn(labels: readonly Label[], width: number, height: number): readonly string[] {
  const boxes = labels.map((label) => ({ text: textOf(label), ...boxOf(label, width) }));
  const outside = boxes.filter(
    ({ left, right, top, bottom }) =>
      left < -0.01 || right > width + 0.01 || top < -8 || bottom > height + 8,
  );
  const over = boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => (overlap(a, b) ? [`${a.text} over ${b.text}`] : [])),
  );
  return [...outside.map(({ text }) => `${text} outside`), ...over];
}

/** How many marks the labels name or count. */
function countedBy(labels: readonly Label[]): number {
  return labels
    .filter(({ port }) => port !== null)
    .reduce((sum, label) => sum + 1 + Number(/\+(\d+)/.exec(textOf(label))?.[1] ?? 0), 0);
}

describe("the scale", () => {
  test.each([
    [0, 0],
    [1024, 0.015625],
    [49152, 0.75],
    [65536, 1],
  ])("port %i begins at %d of the line", (port, place) => {
    expect(startOf(port)).toBe(place);
  });

  test("the last port of a range stands before the edge, the first of the next behind it", () => {
    expect(middleOf(1023)).toBeLessThan(startOf(1024));
    expect(middleOf(1024)).toBeGreaterThan(startOf(1024));
  });

  test("a lens half as long as the line enlarges the System Ports 32 times", () => {
    expect(timesOf(1 / 2)).toBe(32);
  });
});

describe("what a mark's label says", () => {
  const group = (others: number) => ({
    head: markOf(8080, "http-alt"),
    others: Array.from({ length: others }, () => markOf(1)),
  });
  test.each([
    [0, 200, "8080 http-alt"],
    [3, 200, "8080 http-alt +3 more"],
    [0, 60, "8080"],
    [3, 110, "8080 +3 more"],
    [3, 60, "8080 +3"],
  ])("of a mark and %i others, in %i px: %s", (others, limit, text) => {
    expect(
      runsOf(group(others), limit)
        .map(({ text }) => text)
        .join(" "),
    ).toBe(text);
  });
});

test("systems with one ephemeral range share a bracket", () => {
  expect(bracketsOf(EPHEMERAL_RANGES)).toEqual([
    { name: "FreeBSD", from: 10000, to: 65535 },
    { name: "Linux", from: 32768, to: 60999 },
    { name: "Windows, macOS", from: 49152, to: 65535 },
  ]);
});

describe.each([640, 960])("the wide drawing for %i px and more", (least) => {
  test("marks the edges of all three ranges", () => {
    const texts = wideFrame(bare, least).labels.map(textOf);
    expect(texts).toEqual(
      expect.arrayContaining(["0", "System Ports, 0–1023", "1024", "49151", "49152", "65535"]),
    );
    expect(texts).toContain("1.6 % of all ports, enlarged 32 times");
  });

  test("no two texts overlap, none leaves the figure, no stroke crosses one", () => {
    fc.assert(
      fc.property(anyContent, fc.double({ min: 1, max: 3, noNaN: true }), (content, scale) => {
        const width = least * scale;
        const { labels, ticks, height } = wideFrame(content, least);
        expect(faultsIn(labels, width, height)).toEqual([]);
        for (const label of labels) {
          const box = boxOf(label, width);
          const crossing = ticks.filter(({ at, from, to }) => {
            const x = at * width;
            return x > box.left && x < box.right && from < box.bottom && to > box.top;
          });
          expect(crossing.map(() => textOf(label))).toEqual([]);
        }
      }),
    );
  });

  test("every mark is named or counted", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(countedBy(wideFrame(content, least).labels)).toBe(content.marks.length);
      }),
    );
  });
});

describe("the upright drawing", () => {
  test("marks the edges of all three ranges", () => {
    const texts = uprightFrame(bare).labels.map(textOf);
    expect(texts).toEqual(expect.arrayContaining(["0", "1023", "1024", "49151", "49152", "65535"]));
  });

  test("no two texts overlap and none leaves the figure", () => {
    fc.assert(
      fc.property(anyContent, fc.double({ min: 1, max: 2, noNaN: true }), (content, scale) => {
        const { labels, height } = uprightFrame(content);
        expect(faultsIn(labels, UPRIGHT_WIDTH * scale, height)).toEqual([]);
      }),
    );
  });

  test("every mark is named or counted", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(countedBy(uprightFrame(content).labels)).toBe(content.marks.length);
      }),
    );
  });
});
