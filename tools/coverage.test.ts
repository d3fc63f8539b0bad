import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { ERRATA, NOTES } from "../content/coverage.ts";
import { type Coverage, coverageDocument, readCoverage, textAt } from "./coverage-document.ts";

let coverage: Coverage;

beforeAll(async () => {
  coverage = await readCoverage();
  // Every lesson is parsed.
}, 120_000);

describe.each(NOTES)("$title", ({ sections }) => {
  test.each(sections)("$heading is covered by lessons that there are", ({ places }) => {
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter((place) => textAt(coverage.lessons, place) === null)).toEqual([]);
  });
});

test.each(ERRATA.flatMap(({ says, shown }) => shown.map((each) => ({ says, ...each }))))(
  "$says is put right in $place",
  ({ place, words }) => {
    expect(textAt(coverage.lessons, place)).toContain(words);
  },
);

test("every error of the notes is put right somewhere", () => {
  expect(ERRATA.filter(({ shown }) => shown.length === 0)).toEqual([]);
});

test("every belief has a lesson with a question about it", () => {
  expect(
    coverage.beliefs.filter(({ lessons }) => lessons.length === 0).map(({ id }) => id),
  ).toEqual([]);
});

test("every belief has a run, a port's page or a listing that shows it to be wrong", () => {
  expect(coverage.beliefs.filter(({ proofs }) => proofs.length === 0).map(({ id }) => id)).toEqual(
    [],
  );
});

test("docs/coverage.md tells what is so", () => {
  expect(readFileSync("docs/coverage.md", "utf8")).toBe(coverageDocument(coverage));
});
