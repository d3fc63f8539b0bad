/** What journeys of practice share: the log as the browser keeps it, and a few ways through a question. */
import type { Page } from "@playwright/test";
import { expect, ready } from "./journey.ts";

const KEY = "ports-of-call:practice";

/** "range-of-port 17 wrong", one for each answer that is kept. */
export async function keptLines(page: Page): Promise<string[]> {
  const text = await page.evaluate((key) => localStorage.getItem(key), KEY);
  const [, ...lines] = (text ?? "").trim().split("\n");
  return lines.filter((line) => line !== "").map((line) => line.replace(/^\d+ /, ""));
}

/** Lines of a log, put into the browser before its pages load: `daysAgo what seed outcome beliefs`. */
export async function keepLines(
  page: Page,
  now: Date,
  lines: readonly (readonly [number, string])[],
) {
  const log = lines.map(([daysAgo, line]) => `${now.getTime() - daysAgo * 86_400_000} ${line}`);
  const text = `Ports of Call, practice, form 1, forgotten 0\n${log.join("\n")}\n`;
  await page.addInitScript(
    ([key, text]) => {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, text);
    },
    [KEY, text] as const,
  );
}

/** Waits for a button's script and presses it. */
export async function press(page: Page, name: string | RegExp) {
  const button = page.getByRole("main").getByRole("button", { name });
  await ready(button);
  await button.click();
}

/** Gives up on the question that is asked: it counts as not known. */
export async function giveUp(page: Page) {
  await press(page, "I'm not sure");
  await expect(page.getByText("Here is what is so, and why.")).toBeFocused();
}
