/**
 * What a phone of middling power on a slow mobile network feels: the conditions are Lighthouse's
 * (412 × 823, a processor four times slower, 1.6 Mbit/s down, 150 ms there and back).
 */
import type { Browser } from "@playwright/test";
import { SETTLED_MS, readToTheEnd } from "./reading.ts";
import { type Measure, median } from "./report.ts";

const RUNS = 5;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
};

interface Felt {
  /** Milliseconds from the request to the first text or image. */
  readonly firstPaint: number;
  /** Milliseconds by which tasks after the first paint passed 50. */
  readonly blocking: number;
  /** As browsers score it, from the load to the page's end. */
  readonly layoutShift: number;
}

interface NamedPage {
  readonly name: string;
  readonly address: string;
}

export async function painting(browser: Browser, pages: readonly NamedPage[]): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const { name, address } of pages) {
    const felt: Felt[] = [];
    for (let run = 0; run < RUNS; run++) felt.push(await feel(browser, address));
    const middle = (of: keyof Felt) => median(felt.map((each) => each[of]));
    measures.push(
      { what: `${name}: first paint`, value: middle("firstPaint"), unit: "ms", bar: 2000 },
      { what: `${name}: total blocking time`, value: middle("blocking"), unit: "ms", bar: 0 },
      { what: `${name}: layout shift`, value: middle("layoutShift"), unit: "", bar: 0, digits: 3 },
    );
  }
  return measures;
}

async function feel(browser: Browser, address: string): Promise<Felt> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", NETWORK);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    const seen: { tasks: [number, number][]; shift: number } = { tasks: [], shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        seen.tasks.push([startTime, duration]);
    }).observe({ type: "longtask", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) seen.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });

  await page.goto(address, { waitUntil: "networkidle" });
  await page.waitForTimeout(SETTLED_MS);
  const { firstPaint, blocking } = await page.evaluate(() => {
    const { tasks } = (window as unknown as { seen: { tasks: [number, number][] } }).seen;
    const firstPaint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN;
    const after = tasks.filter(([start]) => start >= firstPaint);
    return { firstPaint, blocking: after.reduce((sum, [, duration]) => sum + duration - 50, 0) };
  });

  await readToTheEnd(page);
  const layoutShift = await page.evaluate(
    () => (window as unknown as { seen: { shift: number } }).seen.shift,
  );
  await context.close();
  return { firstPaint, blocking, layoutShift };
}
