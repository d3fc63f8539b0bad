import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Correction, decode } from "./decode.ts";
import { DIALECTS } from "./dialects.ts";
import type { DialectId, Listing } from "./listing.ts";
import { print } from "./print.ts";
import { socketTable } from "./socket-entry.arbitrary.ts";

const IDS = DIALECTS.map(({ id }) => id);
const anyDialect = fc.constantFrom(...IDS);

const OTHER_LINES = [
  "",
  "$ ss -tulpn",
  "Kernel Interface table",
  "unix  2      [ ACC ]     STREAM     LISTENING     12345    /run/a",
  "tcp 0 0 127.0.0.1:80",
  "nothing of the kind",
];

const listingText = fc
  .tuple(anyDialect, socketTable, fc.constantFrom(...OTHER_LINES))
  .map(([id, table, line]) => `${print(table, id)}${line}\n`);
const paste = fc
  .array(listingText, { minLength: 1, maxLength: 3 })
  .map((texts) => texts.join("\n"));

const correction: fc.Arbitrary<Correction> = fc.record({
  from: fc.integer({ min: -3, max: 40 }),
  to: fc.integer({ min: -3, max: 40 }),
  dialect: fc.option(anyDialect),
});

function rowsOf(listing: Listing) {
  return Array.from({ length: listing.rowCount }, (_, i) => listing.row(i));
}

function kindsOf(listing: Listing) {
  return Array.from({ length: listing.lineCount }, (_, n) => listing.fate(n + 1).kind);
}

describe("a person's word about a part of the text", () => {
  test("is taken wherever it points, and every line is accounted for", () => {
    fc.assert(
      fc.property(paste, fc.array(correction, { maxLength: 4 }), (text, corrections) => {
        const listing = decode(text, { corrections });
        expect(listing.lineCount).toBe(decode(text).lineCount);
        const rows = rowsOf(listing);
        const sockets = kindsOf(listing).flatMap((kind, n) => (kind === "socket" ? [n + 1] : []));
        expect(sockets).toEqual([...new Set(rows.map(({ line }) => line))]);
        for (const { line, block } of rows) {
          const { from, to } = listing.blocks[block]!;
          expect(line).toBeGreaterThanOrEqual(from);
          expect(line).toBeLessThanOrEqual(to);
        }
      }),
    );
  });

  test("changes nothing outside that part", () => {
    fc.assert(
      fc.property(paste, fc.nat(), fc.option(anyDialect), (text, n, dialect) => {
        const before = decode(text);
        if (before.blocks.length === 0) return;
        const { from, to } = before.blocks[n % before.blocks.length]!;
        const after = decode(text, { corrections: [{ from, to, dialect }] });
        const isOutside = (line: number) => line < from || line > to;
        const outside = (listing: Listing) => [
          kindsOf(listing).filter((_, at) => isOutside(at + 1)),
          rowsOf(listing)
            .filter(({ line }) => isOutside(line))
            .map(({ line, entry }) => ({ line, entry })),
        ];
        expect(outside(after)).toEqual(outside(before));
      }),
    );
  });

  test("that repeats what was read makes it certain", () => {
    fc.assert(
      fc.property(anyDialect, socketTable, (id, table) => {
        const text = print(table, id);
        const [block] = decode(text).blocks;
        if (block === undefined) return;
        const to = decode(text).lineCount;
        const named = decode(text, { corrections: [{ from: 1, to, dialect: block.dialect }] });
        for (const each of named.blocks) {
          expect(each).toMatchObject({
            why: expect.stringMatching(/^You said so\./) as string,
            confidence: "certain",
          });
          expect(each.dialect).toBe(block.dialect);
        }
        expect(rowsOf(named).map(({ entry }) => entry)).toEqual(
          rowsOf(decode(text)).map(({ entry }) => entry),
        );
      }),
    );
  });
});

describe("rows that the named tool cannot have printed are unreadable, with that reason", () => {
  const ROWS: readonly (readonly [DialectId, string])[] = [
    ["ss", "TCP    192.0.2.1:80    198.51.100.7:50000    ESTABLISHED     7"],
    ["windows-netstat", "LISTEN 0 128 127.0.0.1:5432 0.0.0.0:*"],
    ["solaris-netstat", "tcp 0 0 127.0.0.1:80 0.0.0.0:* LISTEN"],
    ["lsof", "tcp4 0 0 127.0.0.1.80 *.* LISTEN"],
    ["net-tools", "sshd 7 root 3u IPv4 1 0t0 TCP *:22 (LISTEN)"],
  ];
  test.each(ROWS)("not %s's: %s", (dialect, row) => {
    const listing = decode(`${row}\nprose\n`, { corrections: [{ from: 1, to: 2, dialect }] });
    expect(listing.fate(1)).toEqual({
      kind: "unreadable",
      why: "You said which tool printed this part, and that tool prints no such row.",
    });
    expect(listing.fate(2).kind).toBe("noise");
  });
});

test("what is no listing, by a person's word, has no rows and no headings", () => {
  fc.assert(
    fc.property(paste, (text) => {
      const listing = decode(text, { corrections: [{ from: 1, to: 1000, dialect: null }] });
      expect(listing.blocks).toEqual([]);
      expect(kindsOf(listing)).not.toContain("socket");
    }),
  );
});
