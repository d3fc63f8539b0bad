import { expect, test } from "vitest";
import { PORTS_WITH_PAGES } from "./ports-with-pages.ts";
import { REVIEWED_PORTS } from "./services.ts";

test("every reviewed port has a page", () => {
  expect(PORTS_WITH_PAGES).toEqual(expect.arrayContaining([...REVIEWED_PORTS]));
});

test.each([0, 1023, 1024, 32768, 49151, 49152, 60999, 65535])("the edge %i has a page", (port) => {
  expect(PORTS_WITH_PAGES).toContain(port);
});

test("each has one, in ascending order", () => {
  expect(PORTS_WITH_PAGES).toEqual([...new Set(PORTS_WITH_PAGES)].toSorted((a, b) => a - b));
});
