import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decode } from "./decode.ts";
import { explainer } from "./explain.ts";
import { fateSentence } from "./line-fate.ts";
import { capture, capturesIn } from "./listing.fixture.ts";
import { plainText } from "./plain-text.ts";
import { summary } from "./summary.ts";

const FOLDER = "recorded/every-kind/";
const LINES = capturesIn(FOLDER).flatMap((file) => capture(`${FOLDER}${file}`).split("\n"));

/** Random text, and captured lines that were cut, doubled, spliced and sprinkled with noise. */
const capturedLine = fc.integer({ min: 0, max: LINES.length - 1 }).map((n) => LINES[n]!);
const mutated = fc
  .tuple(
    capturedLine,
    capturedLine,
    fc.nat(200),
    fc.nat(200),
    fc.string({ unit: "binary", maxLength: 3 }),
  )
  .map(([one, other, at, from, noise]) => one.slice(0, at) + noise + other.slice(from));
const anyLine = fc.oneof(
  capturedLine,
  mutated,
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(..."tcp06:.[]%* ->(\t\r\n"), maxLength: 40 }),
);
const anyText = fc.array(anyLine, { maxLength: 12 }).map((lines) => lines.join("\n"));

test("any text at all is read without an error, and every line is accounted for", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const listing = decode(text);
      const lines = plainText(text).split("\n");
      if (lines.at(-1) === "") lines.pop();
      expect(listing.lineCount).toBe(lines.length);
      const rows: number[] = [];
      for (let n = 1; n <= listing.lineCount; n += 1) {
        expect(listing.line(n)).toBe(lines[n - 1]!.replace(/\r$/, ""));
        const fate = listing.fate(n);
        if (fate.kind === "socket") rows.push(fate.row);
        expect(fateSentence(fate)).toMatch(/\.$/);
      }
      expect(rows).toEqual(Array.from({ length: listing.rowCount }, (_, row) => row));
    }),
  );
});

test("whatever is read is explained, and its spans lie within its line, in order", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const listing = decode(text);
      const explained = explainer(listing);
      for (let i = 0; i < listing.rowCount; i += 1) {
        const row = listing.row(i);
        const line = row.text;
        expect(listing.fate(row.line)).toEqual({ kind: "socket", row: i });
        let last = 0;
        for (const { start, end } of row.spans) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(line.length);
          last = end;
        }
        expect(explained.explain(i).sentence).toMatch(/\.$/);
      }
      const { lines, linesRead, sockets } = summary(listing, explained);
      expect(linesRead).toBeLessThanOrEqual(lines);
      expect(sockets).toBeLessThanOrEqual(linesRead);
    }),
  );
});

/** Rows of the captures that are whole, with the text of the line and its fields. */
const ROWS = ["recorded/services/", FOLDER].flatMap((folder) =>
  capturesIn(folder).flatMap((file) => {
    const listing = decode(capture(`${folder}${file}`));
    return Array.from({ length: listing.rowCount }, (_, i) => {
      const { line, dialect, spans } = listing.row(i);
      return { text: listing.line(line), dialect, spans };
    });
  }),
);

test("a row that is cut anywhere is unreadable, or its fields but the last are the whole row's", () => {
  const cutRow = fc
    .integer({ min: 0, max: ROWS.length - 1 })
    .chain((n) =>
      fc.tuple(fc.constant(ROWS[n]!), fc.integer({ min: 1, max: ROWS[n]!.text.length })),
    );
  fc.assert(
    fc.property(cutRow, ([{ text, dialect, spans }, length]) => {
      const cut = text.slice(0, length).trimEnd();
      const listing = decode(cut);
      if (listing.rowCount === 0) return;
      const row = listing.row(0);
      // One row alone does not tell BusyBox's listing from net-tools'.
      expect([dialect, dialect === "busybox" ? "net-tools" : dialect]).toContain(row.dialect);
      const before = row.spans.filter(({ end }) => end < cut.length);
      expect(spans).toEqual(expect.arrayContaining(before));
    }),
  );
});

test("brackets and quotation marks that never close are looked for in their own line only", () => {
  const endless = ["users:((", 'users:(("x', "timer:(x", "(LISTEN", "1/x off (", "not ", "$ "];
  const begin = [
    "LISTEN 0 5 127.0.0.1:80 0.0.0.0:* ",
    "a 7 me 3u IPv4 1 0t0 TCP *:80 ",
    "tcp 0 0 127.0.0.1:80 0.0.0.0:* LISTEN ",
    "",
  ];
  for (const line of begin.flatMap((first) => endless.map((last) => first + last))) {
    const listing = decode(`${line}\n`.repeat(20_000));
    expect(listing.lineCount).toBe(20_000);
  }
});
