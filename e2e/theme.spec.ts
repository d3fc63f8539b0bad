import type { Page } from "@playwright/test";
import { expect, open, test } from "./journey.ts";

const PAPER = { light: "rgb(253, 252, 248)", dark: "rgb(13, 22, 38)" };

test("the chosen theme holds on the next page and after a reload", async ({ page }) => {
  await open(page, "/about");
  await expect.poll(() => paper(page)).toBe(PAPER.light);
  await page.getByLabel("Theme").selectOption("Dark");
  await expect.poll(() => paper(page)).toBe(PAPER.dark);
  await page.getByRole("link", { name: "Course", exact: true }).click();
  await expect(page).toHaveURL(/\/course$/);
  expect(await paper(page)).toBe(PAPER.dark);
  await page.reload();
  expect(await paper(page)).toBe(PAPER.dark);
  await expect(page.getByLabel("Theme")).toHaveValue("dark");
});

test("the system's theme holds until one is chosen, and again afterwards", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, "/about");
  expect(await paper(page)).toBe(PAPER.dark);
  await page.getByLabel("Theme").selectOption("Light");
  await expect.poll(() => paper(page)).toBe(PAPER.light);
  await page.getByLabel("Theme").selectOption("System");
  await expect.poll(() => paper(page)).toBe(PAPER.dark);
});

test("a remembered theme is there before anything is painted", async ({ page }) => {
  await open(page, "/about");
  await page.getByLabel("Theme").selectOption("Dark");
  // The document has a body only after what stands in its head has run.
  await page.addInitScript(() => {
    new MutationObserver((_records, observer) => {
      if (document.body === null) return;
      document.documentElement.dataset["seen"] =
        document.documentElement.dataset["theme"] ?? "none";
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-seen", "dark");
});

test("the theme script holds the page back, as one without flash must", async ({ page }) => {
  await page.goto("/about");
  const script = page.locator("head > script:not([type])");
  await expect(script).toHaveAttribute("src", /before-paint\.js$/);
  expect(await script.evaluate((node: HTMLScriptElement) => [node.defer, node.async])).toEqual([
    false,
    false,
  ]);
});

function paper(page: Page): Promise<string> {
  return page.evaluate(() => {
    const colors = [document.body, document.documentElement].map(
      (element) => getComputedStyle(element).backgroundColor,
    );
    return colors.find((color) => color !== "rgba(0, 0, 0, 0)") ?? "none";
  });
}
