import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, open, ready, test } from "./journey.ts";
import { giveUp, keepLines, keptLines, press } from "./practice-log.ts";

const NOW = new Date(2026, 10, 22, 12, 0);
const LINES = [
  [40, "range-of-port 1 right"],
  [3, "range-of-port 2 wrong ephemeral-above-1023"],
  [3, "card-443-tcp 0 right"],
  [2, "range-of-port 3 right"],
  [0, "of-a-later-version 9 partly"],
] as const;

const status = (page: Page) =>
  page.getByRole("region", { name: "What is kept" }).getByRole("status");

async function saved(
  page: Page,
  name: string | RegExp = "ports-of-call-practice-2026-11-22.txt",
): Promise<string> {
  const button = page.getByRole("button", { name: "Save as a file" });
  await ready(button);
  const download = page.waitForEvent("download");
  await button.click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(name);
  return readFileSync(await file.path(), "utf8");
}

async function bringIn(page: Page, content: string) {
  const field = page.getByLabel("Bring in a file");
  await ready(field);
  await field.setInputFiles({
    name: "practice.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(content),
  });
}

test("progress tells how one stands by topic, by belief and day by day", async ({ page }) => {
  await page.clock.setFixedTime(NOW);
  await keepLines(page, NOW, LINES);
  await open(page, "/quiz/progress");
  const ranges = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: "Port ranges" }) });
  await expect(ranges).toContainText("2 of 3 right. Lately: growing, 68 %.");
  await expect(ranges.getByRole("link")).toHaveAttribute("href", /topics=port-ranges$/);
  const belief = page.getByRole("region", { name: "By belief" }).getByRole("listitem");
  await expect(belief).toContainText("Chosen once, on 19 November. 1 of 3 right answers since.");
  await expect(
    page.getByRole("img", { name: "In the last 28 days: 4 answers on 3 days, 2 of them right." }),
  ).toBeVisible();
  await page.getByText("Every day in numbers").click();
  await expect(page.getByRole("row")).toHaveCount(5);
  await expect(page.getByRole("row", { name: "19 November" })).toHaveText(/2\s*1$/);
});

test("a file takes all of it to another browser, and twice is once", async ({ page, browser }) => {
  await page.clock.setFixedTime(NOW);
  await keepLines(page, NOW, LINES);
  await open(page, "/quiz/progress");
  const file = await saved(page);
  const lines = await keptLines(page);
  expect(lines).toHaveLength(LINES.length);

  const other = await browser.newPage();
  await other.clock.setFixedTime(NOW);
  await open(other, "/quiz/practice");
  await press(other, "Begin");
  await giveUp(other);
  await open(other, "/quiz/progress");
  await bringIn(other, file);
  await expect(status(other)).toHaveText("5 new answers brought in.");
  expect(await keptLines(other)).toEqual(expect.arrayContaining(lines));
  expect(await keptLines(other)).toHaveLength(6);
  await bringIn(other, file);
  await expect(status(other)).toHaveText("Nothing new: all of it was here already.");
  expect(await saved(other)).toContain(file.trim().split("\n").slice(1, 3).join("\n"));
  await other.close();
});

test("a file that is none changes nothing, and that is said", async ({ page }) => {
  await keepLines(page, NOW, LINES);
  await open(page, "/quiz/progress");
  const newer = "Ports of Call, practice, form 2, forgotten 0\n1 range-of-port 1 right";
  for (const content of ['{"version":1}', "\u0000\u0001PNG", "", newer]) {
    await bringIn(page, content);
    await expect(status(page)).toContainText("Nothing was changed.");
    expect(await keptLines(page)).toHaveLength(LINES.length);
  }
  await expect(status(page)).toContainText("A newer version of this site wrote the file.");
});

test("what was forgotten on a second thought comes back from its file", async ({ page }) => {
  await page.clock.setFixedTime(NOW);
  await keepLines(page, NOW, LINES);
  await open(page, "/quiz/progress");
  const file = await saved(page);
  await press(page, "Forget all of it");
  const dialog = page.getByRole("dialog", { name: "Forget all that you practised?" });
  await dialog.getByRole("button", { name: "Keep it" }).click();
  expect(await keptLines(page)).toHaveLength(LINES.length);
  await press(page, "Forget all of it");
  await dialog.getByRole("button", { name: "Forget it" }).click();
  await expect(status(page)).toHaveText("All of it is forgotten.");
  expect(await keptLines(page)).toEqual([]);
  await bringIn(page, file);
  await expect(status(page)).toHaveText("5 new answers brought in.");
  await page.reload();
  await ready(page.getByRole("button", { name: "Save as a file" }));
  await expect(page.getByText("5 answers, in this browser alone.")).toBeVisible();
});

test("two tabs practise at once, and neither loses what the other did", async ({
  page,
  context,
}) => {
  // Two pages at once take their time where there are few processors.
  test.slow();
  const other = await context.newPage();
  await open(page, "/quiz/practice");
  await open(other, "/quiz/cards");
  await press(page, "Begin");
  await press(other, "Deal 10 cards");
  for (let card = 1; card <= 3; card++) {
    await giveUp(page);
    await other.keyboard.press("Enter");
    await other.keyboard.press("ArrowRight");
    await expect(other.getByRole("button", { name: `Card ${card + 1} of 10` })).toBeFocused();
    await press(page, "Next question");
  }
  expect(await keptLines(other)).toHaveLength(6);
  await open(page, "/quiz/progress");
  await expect(page.getByText("6 answers, in this browser alone.")).toBeVisible();
  await other.keyboard.press("Enter");
  await other.keyboard.press("ArrowLeft");
  await expect(page.getByText("7 answers, in this browser alone.")).toBeVisible();
});

test("where the browser keeps nothing, practice lasts as long as the page", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await open(page, "/quiz/cards");
  await press(page, "Deal 10 cards");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowLeft");
  await page.getByRole("link", { name: "Course" }).click();
  await expect(page.getByRole("heading", { name: "The course", level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.getByText(/^1 of \d+ cards turned, 0 of them known/)).toBeVisible();
});

test("where the storage is full, practice says so, and a reload loses no answer", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await open(page, "/quiz/practice");
  await press(page, "Begin");
  await giveUp(page);
  await expect(page.getByText("This browser keeps nothing more at the moment")).toBeVisible();
  await page.reload();
  await press(page, "Next question");
  await giveUp(page);
  await page.getByRole("link", { name: "Save it as a file" }).click();
  expect((await saved(page, /\.txt$/)).trim().split("\n")).toHaveLength(3);
});

test("a broken log is set aside, and practice goes on", async ({ page }) => {
  await page.addInitScript(() => {
    if (localStorage.getItem("ports-of-call:practice") === null)
      localStorage.setItem("ports-of-call:practice", "half a li");
  });
  await open(page, "/quiz/cards");
  await press(page, "Deal 10 cards");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await open(page, "/quiz/progress");
  await expect(page.getByText("1 answer, in this browser alone.")).toBeVisible();
  await expect(page.getByText("Something that was kept could not be read.")).toBeVisible();
  expect(await keptLines(page)).toEqual(["card-22-tcp 0 right"]);
});
