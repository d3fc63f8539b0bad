/**
 * The longest task of each thing that a hand may do to the handshake, with a processor four times slower. What is pressed
 * is sought beforehand and pressed where it stands: seeking by role runs scripts of the test's own in the page, longer
 * than many a task of the page's.
 */
import type { Browser, Locator, Page } from "@playwright/test";
import { longest, taken, watchFrames } from "./frames.ts";
import { ROUNDS, SCREEN, TASK_BAR_MS, slow } from "./handshake.ts";
import { SETTLED_MS } from "./reading.ts";
import { type Measure, median } from "./report.ts";

const STEPS = 12;
/** From one press to the next, as a hand that steps along quickly. */
const PRESS_MS = 250;

/** On the first scenario. */
export async function handling(browser: Browser, address: string): Promise<Measure[]> {
  const rounds: ReadonlyMap<string, number>[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await handledOnce(browser, address));
  return [...rounds[0]!.keys()].map((what) => ({
    what: `longest task, ${what}`,
    value: median(rounds.map((each) => each.get(what)!)),
    unit: "ms",
    bar: TASK_BAR_MS,
  }));
}

async function handledOnce(
  browser: Browser,
  address: string,
): Promise<ReadonlyMap<string, number>> {
  const context = await browser.newContext({ viewport: SCREEN });
  const page = await context.newPage();
  await watchFrames(page);
  await slow(page);
  const found = new Map<string, number>();
  const kept = async (what: string) => {
    await page.waitForTimeout(SETTLED_MS);
    found.set(what, longest(await taken(page)));
  };
  const press = async (what: string, on: Locator, times = 1) => {
    const at = await middleOf(page, on);
    await taken(page);
    for (let time = 0; time < times; time++) {
      await page.mouse.click(at.x, at.y);
      await page.waitForTimeout(PRESS_MS);
    }
    await kept(what);
  };
  const widget = page.getByRole("region", { name: /^Handshake: / });
  const button = (name: string) => widget.getByRole("button", { name, exact: true });
  const fold = (title: string) => widget.locator("summary", { hasText: title }).first();

  await page.goto(`${address}handshake`, { waitUntil: "networkidle" });
  await kept("opening");
  await press("stepping", button("Step"), STEPS);
  const packets = widget.getByRole("group", { name: "Ladder of packets" }).getByRole("button");
  await press("choosing a packet", packets.filter({ visible: true }).last());
  await press("losing it", button("Lose it"));
  for (const title of ["Calls by hand", "State diagram", "Take it with you"])
    await press(`unfolding ${title}`, fold(title));
  await press("checking against Linux", fold("Checked against Linux"));
  await widget.getByText("This was recorded on a real kernel").waitFor();
  const file = page.waitForEvent("download");
  await press("saving a picture", button("open-and-close.png"));
  await file;
  await press("switching scenarios", page.locator("a[href$='/handshake/half-close']"));
  await page.getByRole("heading", { level: 1, name: "One direction ends" }).waitFor();
  await context.close();
  return found;
}

/** Of what is to be pressed, in the view. */
async function middleOf(page: Page, wanted: Locator): Promise<{ x: number; y: number }> {
  await wanted.waitFor();
  await wanted.scrollIntoViewIfNeeded();
  // What loads as it nears the view is done loading, so that nothing moves below the mouse.
  await page.waitForTimeout(SETTLED_MS);
  const { x, y, width, height } = (await wanted.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}
