import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "./decode.ts";
import { DIALECTS } from "./dialects.ts";
import type { DialectId } from "./listing.ts";
import { readListing } from "./listing.fixture.ts";
import { print, project } from "./print.ts";
import { socketTable } from "./socket-entry.arbitrary.ts";

/** Whose listings may look no different: BusyBox prints IPv4 as net-tools does. */
const INDISTINCT: Partial<Record<DialectId, DialectId>> = { busybox: "net-tools" };

describe.each(DIALECTS)("$tool", ({ id, headingWords, prefaceOf }) => {
  const hasRecords = prefaceOf !== undefined;

  test("what it prints reads back as what it can carry", () => {
    fc.assert(
      fc.property(socketTable, (table) => {
        expect(readListing(print(table, id)).entries).toEqual(project(table, id));
      }),
    );
  });

  test("every line it prints is a row, a heading or blank, in blocks of its own", () => {
    fc.assert(
      fc.property(socketTable, (table) => {
        const listing = decode(print(table, id));
        const kinds = Array.from({ length: listing.lineCount }, (_, n) => listing.fate(n + 1).kind);
        // Records have a line for each field.
        const own = new Set(["socket", "heading", "blank", hasRecords ? "continuation" : "socket"]);
        expect(kinds.filter((kind) => !own.has(kind))).toEqual([]);
        const told = new Set(listing.blocks.map((block) => block.dialect));
        expect([...told].filter((each) => each !== INDISTINCT[id])).toEqual(
          told.has(id) ? [id] : [],
        );
        const isSilent = hasRecords && headingWords.length === 0 && project(table, id).length === 0;
        expect(told.size > 0).toBe(!isSilent);
      }),
    );
  });

  test("what it can carry, it carries whole", () => {
    fc.assert(
      fc.property(socketTable, (table) => {
        const carried = project(table, id);
        expect(project(carried, id)).toEqual(carried);
      }),
    );
  });
});
