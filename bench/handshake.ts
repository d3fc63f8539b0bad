/**
 * The handshake under a hand that does not wait, with a processor four times slower: its slider is drawn through a run
 * of more than two hundred moments by real moves of the mouse, a moment a frame. Beside it, in the same round, the same
 * is done to a page with a slider and nothing else: what that misses, the machine misses.
 */
import type { Browser, Locator, Page } from "@playwright/test";
import { type Kept, longest, missed, quantile, taken, watchFrames } from "./frames.ts";
import { longRunFragment } from "./long-run.ts";
import { SETTLED_MS } from "./reading.ts";
import { type Measure, median } from "./report.ts";

export const ROUNDS = 5;
const SLOWDOWN = 4;
export const TASK_BAR_MS = 50;
const FRAME_MS = 1000 / 60;
const PHONE = { width: 412, height: 823 };
export const SCREEN = { width: 1280, height: 800 };
const BARE_SLIDER =
  '<!doctype html><title>Bare</title><input type="range" min="0" max="242" value="0" aria-label="Moment">';

export async function scrubbing(browser: Browser, address: string): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const [name, viewport] of [
    ["screen", SCREEN],
    ["phone", PHONE],
  ] as const) {
    const rounds: { bare: Kept; kept: Kept }[] = [];
    for (let round = 0; round < ROUNDS; round++)
      rounds.push({
        bare: await inPage(browser, address, viewport, scrubBare),
        kept: await inPage(browser, address, viewport, scrubLongRun),
      });
    const middle = (of: (round: (typeof rounds)[number]) => number) => median(rounds.map(of));
    const tell = (what: string, of: (round: (typeof rounds)[number]) => number) => ({
      what: `${name}: ${what}`,
      value: middle(of),
      digits: 1,
    });
    measures.push(
      { ...tell("a frame, in the middle", ({ kept }) => median(kept.frames)), unit: "ms" },
      {
        ...tell("a frame, 95 of 100 within", ({ kept }) => quantile(kept.frames, 0.95)),
        unit: "ms",
      },
      { ...tell("frames missed", ({ kept }) => missed(kept.frames)), unit: "%" },
      { ...tell("frames missed by a bare slider", ({ bare }) => missed(bare.frames)), unit: "%" },
      { ...tell("longest task", ({ kept }) => longest(kept)), unit: "ms", bar: TASK_BAR_MS },
      { ...tell("longest task of a bare slider", ({ bare }) => longest(bare)), unit: "ms" },
    );
  }
  return measures;
}

type Scrub = (page: Page, address: string) => Promise<Kept>;

async function inPage(
  browser: Browser,
  address: string,
  viewport: { width: number; height: number },
  scrub: Scrub,
): Promise<Kept> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await watchFrames(page);
  try {
    return await scrub(page, address);
  } finally {
    await context.close();
  }
}

const scrubBare: Scrub = async (page) => {
  await page.route("**/bare", (route) =>
    route.fulfill({ contentType: "text/html", body: BARE_SLIDER }),
  );
  await page.goto("http://127.0.0.1:9/bare");
  await slow(page);
  return drawThrough(page, page.getByRole("slider", { name: "Moment" }));
};

const scrubLongRun: Scrub = async (page, address) => {
  await page.goto(`${address}handshake/open-and-close${longRunFragment()}`);
  const slider = page.getByRole("slider", { name: "Moment" });
  await page.waitForFunction(
    () => Number(document.querySelector<HTMLInputElement>("input[type=range]")?.max) > 200,
  );
  await page.waitForTimeout(1000);
  await slow(page);
  return drawThrough(page, slider);
};

export async function slow(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
}

/** From its beginning to its end, as quickly as a screen shows frames, and no slower when the page does not keep up. */
async function drawThrough(page: Page, slider: Locator): Promise<Kept> {
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  const last = Number(await slider.getAttribute("max"));
  const y = box.y + box.height / 2;
  // The knob's middle stays half a knob from both ends.
  const knob = Math.min(16, box.height);
  const x = (position: number) => box.x + knob / 2 + ((box.width - knob) * position) / last;
  await page.mouse.move(x(0), y);
  await page.mouse.down();
  await page.waitForTimeout(200);
  await taken(page);
  const moves: Promise<void>[] = [];
  const start = performance.now();
  for (let position = 1; position <= last; position++) {
    const due = start + position * FRAME_MS;
    while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, 1));
    moves.push(page.mouse.move(x(position), y));
  }
  await Promise.all(moves);
  const moving = await taken(page);
  // What was put off while the hand moved is done once it rests: no task of that may be long either.
  await page.waitForTimeout(SETTLED_MS);
  const { longTasks } = await taken(page);
  await page.mouse.up();
  return { frames: moving.frames, longTasks: [...moving.longTasks, ...longTasks] };
}
