import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PORT_COUNT, PORT_RANGES, rangeOf, shareOf, sizeOf } from "./port-range.ts";

describe("the three ranges of RFC 6335", () => {
  test.each([
    [0, "system"],
    [80, "system"],
    [1023, "system"],
    [1024, "user"],
    [8080, "user"],
    [49151, "user"],
    [49152, "dynamic"],
    [65535, "dynamic"],
  ])("port %i is in the %s range", (port, id) => {
    expect(rangeOf(port).id).toBe(id);
  });

  test("hold 1024, 48128 and 16384 ports, together 65,536", () => {
    expect(PORT_RANGES.map(sizeOf)).toEqual([1024, 48128, 16384]);
    expect(PORT_RANGES.map(sizeOf).reduce((sum, size) => sum + size)).toBe(PORT_COUNT);
    expect(PORT_COUNT).toBe(65536);
  });

  test("the System Ports are 1.6 % of all ports", () => {
    expect(PORT_RANGES.map((range) => (shareOf(range) * 100).toFixed(1))).toEqual([
      "1.6",
      "73.4",
      "25.0",
    ]);
  });

  test("every port is in exactly one range", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 65535 }), (port) => {
        const holding = PORT_RANGES.filter((range) => range.from <= port && port <= range.to);
        expect(holding).toEqual([rangeOf(port)]);
      }),
    );
  });
});
