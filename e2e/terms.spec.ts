import type { Locator, Page } from "@playwright/test";
import { expect, open, overflow, ready, test } from "./journey.ts";

/** Uses “segment” and “datagram”, which the lesson before it explains. */
const LESSON = "/course/ports/sixteen-bits-and-endpoints";

const segment = (page: Page): Locator => page.getByRole("link", { name: "segment", exact: true });
const note = (page: Page): Locator => page.getByRole("tooltip");

async function openLesson(page: Page) {
  await open(page, LESSON);
  await ready(segment(page));
}

test("a word explained earlier shows its definition while the pointer is on it or on the note", async ({
  page,
}) => {
  await openLesson(page);
  await expect(note(page)).toHaveCount(0);
  await segment(page).hover();
  await expect(note(page)).toHaveText("A piece of what TCP sends.");

  await note(page).hover();
  // Longer than the pause after which a note goes away.
  await page.waitForTimeout(600);
  await expect(note(page)).toBeVisible();

  await page.getByRole("heading", { level: 1 }).hover();
  await expect(note(page)).toHaveCount(0);
});

test("the focus shows a definition, Escape closes it, and the word keeps the focus", async ({
  page,
}) => {
  await openLesson(page);
  await segment(page).focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(segment(page)).toBeFocused();
  await expect(note(page)).toHaveText("A piece of what TCP sends.");
  await expect(segment(page)).toHaveAccessibleDescription("A piece of what TCP sends.");

  await page.keyboard.press("Escape");
  await expect(note(page)).toHaveCount(0);
  await expect(segment(page)).toBeFocused();

  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "datagram", exact: true })).toBeFocused();
  await expect(note(page)).toHaveText("A single message of UDP.");
  await page.keyboard.press("Tab");
  await expect(note(page)).toHaveCount(0);
});

test("Escape closes the note of a word under the pointer", async ({ page }) => {
  await openLesson(page);
  await segment(page).hover();
  await expect(note(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(note(page)).toHaveCount(0);
});

test("a word leads to its place in the glossary, and from there to its lesson", async ({
  page,
}) => {
  await openLesson(page);
  await segment(page).click();
  await expect(page).toHaveURL(/\/glossary#segment$/);
  const entry = page.locator("#segment");
  await expect(entry).toBeInViewport();
  await expect(entry).toContainText("A piece of what TCP sends.");
  await entry.getByRole("link", { name: "What a port is" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What a port is");
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test("a tap shows the definition and stays on the page, and a tap elsewhere closes it", async ({
    page,
  }) => {
    await openLesson(page);
    await segment(page).tap();
    await expect(note(page)).toHaveText("A piece of what TCP sends.");
    expect(await overflow(page)).toBe(0);
    const box = await note(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    await expect(page).toHaveURL(new RegExp(`${LESSON}$`));

    await page.getByRole("link", { name: "datagram", exact: true }).tap();
    await expect(note(page)).toHaveText("A single message of UDP.");
    await page.touchscreen.tap(180, 20);
    await expect(note(page)).toHaveCount(0);
  });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a word leads to its definition in the glossary", async ({ page }) => {
    await page.goto(LESSON);
    await expect(page.getByRole("tooltip")).toHaveCount(0);
    await segment(page).click();
    await expect(page.locator("#segment")).toContainText("A piece of what TCP sends.");
  });
});

test("the glossary is in the order of the alphabet, and the footer of every page leads to it", async ({
  page,
}) => {
  await open(page, "/");
  await page.getByRole("link", { name: "Glossary" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Glossary");
  const terms = await page.getByRole("term").allInnerTexts();
  expect(terms.length).toBeGreaterThan(30);
  expect(terms).toEqual(terms.toSorted((a, b) => a.localeCompare(b, "en")));
});
