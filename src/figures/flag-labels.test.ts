import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Flag, POLE_GAP, placeFlags } from "./flag-labels.ts";

interface Mark {
  readonly at: number;
  readonly pinned: boolean;
  readonly length: number;
}

const mark = (at: number, length = 60, pinned = false): Mark => ({ at, length, pinned });
const room = {
  width: 600,
  rows: 5,
  widthOf: ({ length }: Mark, others: number) => length + (others > 0 ? 60 : 0),
};

const anyMarks = fc
  .uniqueArray(fc.integer({ min: 0, max: 65535 }), { maxLength: 30 })
  .chain((ports) =>
    fc.tuple(
      fc.constant(ports),
      fc.array(fc.integer({ min: 8, max: 220 }), {
        minLength: ports.length,
        maxLength: ports.length,
      }),
      fc.nat({ max: 40 }),
    ),
  )
  .map(([ports, lengths, pinned]) =>
    ports.map((port, index) => mark((port + 0.5) / 65536, lengths[index], index === pinned)),
  );

function spanOf(flag: Flag<Mark>, width: number): { from: number; to: number } {
  const pole = flag.head.at * width;
  const length = POLE_GAP + room.widthOf(flag.head, flag.others.length);
  return flag.side === "right"
    ? { from: pole, to: pole + length }
    : { from: pole - length, to: pole };
}

describe("flags on a line", () => {
  test("marks far apart all fly in the first row, to the right", () => {
    const flags = placeFlags([mark(0.1), mark(0.4), mark(0.7)], room);
    expect(flags.map(({ row, side }) => [row, side])).toEqual([
      [0, "right"],
      [0, "right"],
      [0, "right"],
    ]);
  });

  test("of close marks the left one flies further out, over the other's pole", () => {
    const flags = placeFlags([mark(0.1), mark(0.12), mark(0.14)], room);
    expect(flags.map(({ row }) => row)).toEqual([2, 1, 0]);
  });

  test("a flag near the right end flies to the left", () => {
    const [flag] = placeFlags([mark(0.99)], room);
    expect(flag?.side).toBe("left");
  });

  test("the two closest marks share a flag when the rows are used up, and the pinned one names it", () => {
    const flags = placeFlags([mark(0.1), mark(0.11), mark(0.115, 60, true), mark(0.13)], {
      ...room,
      rows: 3,
    });
    expect(flags.map(({ head, others }) => [head.at, others.length])).toEqual([
      [0.1, 0],
      [0.115, 1],
      [0.13, 0],
    ]);
  });

  test("no marks, no flags", () => {
    expect(placeFlags([], room)).toEqual([]);
  });

  test("every mark has its flag or is counted by one, and the pinned one has its own", () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const flags = placeFlags(marks, room);
        const shown = flags.flatMap(({ head, others }) => [head, ...others]);
        expect(shown).toHaveLength(marks.length);
        expect(new Set(shown)).toEqual(new Set(marks));
        expect(flags.filter(({ others }) => others.some(({ pinned }) => pinned))).toEqual([]);
      }),
    );
  });

  test("at every width from the least on, flags stay inside, apart, and off each other's poles", () => {
    fc.assert(
      fc.property(anyMarks, fc.double({ min: 1, max: 4, noNaN: true }), (marks, scale) => {
        const width = room.width * scale;
        const flags = placeFlags(marks, room).map((flag) => ({ ...flag, ...spanOf(flag, width) }));
        for (const flag of flags) {
          expect(flag.from).toBeGreaterThanOrEqual(-1e-6);
          expect(flag.to).toBeLessThanOrEqual(width + 1e-6);
          expect(flag.row).toBeLessThan(room.rows);
          for (const other of flags) {
            if (other === flag) continue;
            const apart = flag.to <= other.from || other.to <= flag.from;
            expect(apart || flag.row !== other.row).toBe(true);
            // The other's pole reaches through all rows up to its own.
            const pole = other.head.at * width;
            const textFrom = flag.side === "right" ? flag.from + POLE_GAP : flag.from;
            const textTo = flag.side === "right" ? flag.to : flag.to - POLE_GAP;
            const crossed = pole > textFrom && pole < textTo && other.row >= flag.row;
            expect(crossed).toBe(false);
          }
        }
      }),
    );
  });
});
