import { expect, test } from "vitest";
import { pageAt } from "./page-at.ts";

test.each([
  ["/", "/", "/"],
  ["/index.html", "/", "/"],
  ["/ports/443", "/", "/ports/443"],
  ["/ports/443/", "/", "/ports/443"],
  ["/ports/443/index.html", "/", "/ports/443"],
  ["/poc/", "/poc/", "/"],
  ["/poc", "/poc/", "/poc"],
  ["/poc/ports/443", "/poc/", "/ports/443"],
])("%s below %s is the page %s", (pathname, base, page) => {
  expect(pageAt(pathname, base)).toBe(page);
});
