import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decode } from "./decode.ts";
import { Examination, explainer } from "./explain.ts";
import { EXPOSURES, ROLES } from "./explanation.ts";
import { remarkBits } from "./remarks.ts";
import { NONE, RowIndex, rowIndex } from "./row-index.ts";
import { netTools } from "./dialects/net-tools.ts";
import { ss } from "./dialects/ss.ts";
import { socketTable } from "./socket-entry.arbitrary.ts";

/** Tables with connections within the machine. */
const table = socketTable.map((rows) =>
  rows.flatMap((row) =>
    row.peer === null || row.state === "LISTEN"
      ? [row]
      : [row, { ...row, local: row.peer, peer: row.local }],
  ),
);
const pasted = fc
  .tuple(table, table)
  .map(([one, other]) => decode(ss.print(one) + netTools.print(other)));

test("evidence gathered in steps is the same as at once", () => {
  fc.assert(
    fc.property(pasted, fc.integer({ min: 1, max: 5 }), (listing, step) => {
      const examination = new Examination(listing);
      while (!examination.advance(step));
      expect(examination.progress).toBe(1);
      const inSteps = new RowIndex(listing, examination.explainer());
      while (!inSteps.advance(step));
      const atOnce = rowIndex(listing, explainer(listing));
      for (const column of ["roles", "exposures", "remarks", "ends", "otherEnds"] as const)
        expect(inSteps[column]).toEqual(atOnce[column]);
    }),
  );
});

test("a row judged by numbers is what it is when it is made", () => {
  fc.assert(
    fc.property(pasted, (listing) => {
      const explain = explainer(listing);
      const index = rowIndex(listing, explain);
      for (let row = 0; row < listing.rowCount; row += 1) {
        const judged = explain.judge(row);
        const { state } = judged.row.entry;
        expect(ROLES[index.roles[row]!]).toBe(judged.role);
        expect(EXPOSURES[index.exposures[row]! - 1] ?? null).toBe(judged.exposure);
        expect(index.remarks[row]).toBe(remarkBits({ ...judged, state }));
        expect(index.otherEnds[row]).toBe(judged.otherEnd ?? NONE);
        expect([null, "server", "client"][index.ends[row]!]).toBe(judged.end);
      }
    }),
  );
});

test("tables of two machines do not bear witness for each other", () => {
  const heading = "Proto Recv-Q Send-Q Local Address Foreign Address State";
  const listing = decode(
    [
      heading,
      "tcp 0 0 192.0.2.7:5432 192.0.2.9:40000 ESTABLISHED",
      heading,
      "tcp 0 0 192.0.2.9:40000 192.0.2.7:5432 ESTABLISHED",
      "tcp 0 0 0.0.0.0:5432 0.0.0.0:* LISTEN",
    ].join("\n"),
  );
  const index = rowIndex(listing, explainer(listing));
  expect([...index.otherEnds]).toEqual([NONE, NONE, NONE]);
  expect([...index.ends]).toEqual([1, 2, 0]);
});
