/**
 * A million rows on the page: how long the page itself is held up while they are read, scrolled, found and sorted.
 * The reading is the worker's, and takes as long as it takes; that time is told, and has no bar.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { LISTINGS, generated } from "./generated-listings.ts";
import type { Measure } from "./report.ts";

const ROWS = 1_000_000;
const TASK_BAR_MS = 50;
const PATIENCE_MS = 300_000;

export async function longListing(browser: Browser, address: string): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), "listing-"));
  const file = join(folder, "netstat-tan.txt");
  writeFileSync(file, generated(LISTINGS[0]!, ROWS));
  const page = await browser.newPage();
  try {
    await page.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(window, { tasks });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: "longtask" });
    });
    await page.goto(`${address}netstat`, { waitUntil: "networkidle" });
    await longestTask(page);
    const start = performance.now();
    await page.getByLabel("Text file with a listing").setInputFiles(file);
    const sockets = page.getByRole("grid", { name: "Sockets" });
    await sockets.getByRole("rowheader").first().waitFor({ timeout: PATIENCE_MS });
    const seconds = (performance.now() - start) / 1000;
    const reading = await longestTask(page);
    await scroll(page);
    const scrolling = await longestTask(page);
    await page.getByText("Find, narrow, sort and group the rows").click();
    await page.getByLabel("Sort by").selectOption("peer’s address");
    await page.getByLabel("Group by").selectOption("peer");
    await page.getByLabel("Find in the rows").fill("TIME_WAIT");
    await page.waitForFunction(() => document.body.innerText.includes(" of 1,000,000 rows"));
    const sorting = await longestTask(page);
    const task = (what: string, value: number): Measure => ({
      what: `longest task of the page, ${what} ${ROWS} rows`,
      value,
      unit: "ms",
      bar: TASK_BAR_MS,
    });
    return [
      {
        what: `from the file to its first row, ${ROWS} rows`,
        value: seconds,
        unit: "s",
        digits: 1,
      },
      task("reading", reading),
      task("scrolling", scrolling),
      task("sorting, grouping and searching", sorting),
    ];
  } finally {
    await page.close();
    rmSync(folder, { recursive: true });
  }
}

/** Tasks shorter than 50 ms are not told by browsers: 0 stands for them. Begins to count anew. */
async function longestTask(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const { tasks } = window as unknown as { tasks: number[] };
    return Math.max(0, ...tasks.splice(0));
  });
}

/** Some screens by small steps, then through the whole list by leaps. */
async function scroll(page: Page) {
  const frame = page.getByRole("grid", { name: "Sockets" }).locator("> div").first();
  for (let step = 0; step < 60; step++) {
    await frame.evaluate((element) => element.scrollBy(0, 120));
    await page.waitForTimeout(16);
  }
  for (let leap = 0; leap < 10; leap++) {
    await frame.evaluate((element) => element.scrollBy(0, element.scrollHeight / 12));
    await page.waitForTimeout(250);
  }
}
