import { describe, expect, test } from "vitest";
import { EPHEMERAL_RANGES, ephemeralOn, ephemeralRangeOf } from "./ephemeral-range.ts";
import { OPERATING_SYSTEMS } from "./operating-system.ts";

describe("ephemeral ranges by system", () => {
  test.each([
    [80, []],
    [9999, []],
    [10000, ["freebsd"]],
    [32767, ["freebsd"]],
    [32768, ["linux", "freebsd"]],
    [49151, ["linux", "freebsd"]],
    [49152, ["linux", "windows", "macos", "freebsd"]],
    [60999, ["linux", "windows", "macos", "freebsd"]],
    [61000, ["windows", "macos", "freebsd"]],
    [65535, ["windows", "macos", "freebsd"]],
  ])("port %i may be given to a client on %j", (port, systems) => {
    expect(ephemeralOn(port)).toEqual(systems);
  });

  test("each system has one range", () => {
    expect(EPHEMERAL_RANGES.map((range) => range.system)).toEqual([...OPERATING_SYSTEMS]);
    expect(OPERATING_SYSTEMS.map((system) => ephemeralRangeOf(system).system)).toEqual([
      ...OPERATING_SYSTEMS,
    ]);
  });
});
