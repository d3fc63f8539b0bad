import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countPorts, formatSpans, inSpans, joinSpans } from "./port-span.ts";

const port = fc.integer({ min: 0, max: 65535 });
const spans = fc.array(fc.record({ from: port, to: port }), { maxLength: 8 });

describe("runs of ports", () => {
  test("overlap and neighbourhood join, order and direction do not matter", () => {
    const joined = joinSpans([
      { from: 8100, to: 8000 },
      { from: 80, to: 80 },
      { from: 8050, to: 8200 },
      { from: 81, to: 81 },
    ]);
    expect(formatSpans(joined)).toBe("80-81, 8000-8200");
    expect(countPorts(joined)).toBe(203);
  });

  test("joined spans hold the same ports, ascend and never touch", () => {
    fc.assert(
      fc.property(spans, port, (spans, port) => {
        const joined = joinSpans(spans);
        const upright = spans.map(({ from, to }) => ({
          from: Math.min(from, to),
          to: Math.max(from, to),
        }));
        expect(inSpans(port, joined)).toBe(inSpans(port, upright));
        expect(
          joined.every(({ from }, index) => index === 0 || from > (joined[index - 1]?.to ?? 0) + 1),
        ).toBe(true);
        expect(joinSpans(joined)).toEqual(joined);
      }),
    );
  });

  test("all ports are 65,536", () => {
    expect(countPorts([{ from: 0, to: 65535 }])).toBe(65536);
  });
});
