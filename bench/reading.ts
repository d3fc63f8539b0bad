/** A page read from its top to its end, and the scripts that came along the way. */
import type { Browser, Page } from "@playwright/test";

export const SETTLED_MS = 1500;

/** Scrolls to the end in steps, as parts of a page load when they near the view. */
export async function readToTheEnd(page: Page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 400) {
    await page.evaluate((top) => window.scrollTo(0, top), top);
    await page.waitForTimeout(100);
  }
  await page.waitForTimeout(SETTLED_MS);
}

/** All scripts a page has asked for by then, as paths below the site's address. */
export async function scriptsOfReading(
  browser: Browser,
  site: string,
  path: string,
): Promise<string[]> {
  const page = await browser.newPage();
  const scripts = new Set<string>();
  page.on("request", (request) => {
    if (request.url().endsWith(".js")) scripts.add(request.url().slice(site.length));
  });
  await page.goto(site + path, { waitUntil: "networkidle" });
  await readToTheEnd(page);
  await page.close();
  return [...scripts];
}
