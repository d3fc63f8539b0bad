import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BUILT_SITE, type PageFacts, filesOf, readPages } from "./built-site.ts";
import { expect, test } from "./journey.ts";
import { amissBetween, amissWithin, repeated } from "./site-checks.ts";

test.describe("every built page", () => {
  test.describe.configure({ mode: "default" });
  let pages: PageFacts[];

  test.beforeAll(async ({ browser }) => {
    const page = await browser.newPage();
    pages = await readPages(page, BUILT_SITE);
    await page.close();
  });

  test("has one of each thing and nothing that its policy would block", () => {
    expect(pages.length).toBeGreaterThan(100);
    expect(pages.flatMap(amissWithin)).toEqual([]);
  });

  test("loads and links to what is there", () => {
    const base = process.env["BASE_PATH"] ?? "/";
    expect(amissBetween(pages, { directory: BUILT_SITE, base })).toEqual([]);
  });

  test("has a title and a description of its own", () => {
    expect(repeated(pages.flatMap(({ titles }) => titles))).toEqual([]);
    expect(repeated(pages.flatMap(({ descriptions }) => descriptions))).toEqual([]);
  });
});

test("no built stylesheet asks for anything the policy blocks or another host serves", () => {
  const styles = filesOf(BUILT_SITE).filter((file) => file.endsWith(".css"));
  expect(styles.length).toBeGreaterThan(0);
  for (const file of styles) {
    const css = readFileSync(join(BUILT_SITE, file), "utf8");
    expect(css.match(/(?:url\(["']?|@import\s+["']?)(?:data|file|https?):[^)]{0,60}/g)).toBeNull();
  }
});
