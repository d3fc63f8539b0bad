import { expect, open, overflow, ready, test } from "./journey.ts";

test("a word is searched and its place in a lesson opened, by keyboard alone", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("link", { name: "Search", exact: true }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Search");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  const field = page.getByRole("searchbox");
  await page.keyboard.press("Tab");
  await expect(field).toBeFocused();
  await page.keyboard.type("close_wait piles");
  await expect(page.getByRole("status")).toContainText(/result/);
  await expect(page).toHaveURL(/\?q=close_wait%20piles$/);
  const within = page.getByRole("list", { name: "Results" }).locator("a[href*='#']").first();
  const heading = await within.innerText();
  await within.press("Enter");
  await expect(page).toHaveURL(/\/course\/.+#/);
  const place = page.getByRole("heading", { name: heading, exact: true });
  await expect(place).toBeInViewport();
});

test("a search has an address, and shows one kind alone", async ({ page }) => {
  await open(page, "/search?q=TIME_WAIT");
  const results = page.getByRole("list", { name: "Results" });
  await expect(results.getByRole("link").first()).toHaveText("TIME-WAIT");
  await ready(page.getByRole("searchbox"));
  await page.getByRole("button", { name: /^Glossary/ }).click();
  for (const label of await results.getByText("Word", { exact: true }).all())
    await expect(label).toBeVisible();
  await expect(results.getByText(/^Lesson/)).toHaveCount(0);
  await page.getByRole("searchbox").fill("xylophone");
  await expect(page.getByRole("status")).toHaveText("Nothing in the course has “xylophone”.");
  await expect(page).toHaveURL(/\?q=xylophone$/);
  await page.getByRole("link", { name: "all registered names" }).click();
  await expect(page).toHaveURL(/\/ports\?q=xylophone$/);
  await page.goBack();
  await expect(page.getByRole("searchbox")).toHaveValue("xylophone");
});

test("a port that is nowhere spoken of still has its page", { tag: "@phone" }, async ({ page }) => {
  await open(page, "/search?q=12345");
  await expect(page.getByRole("link", { name: "Port 12345" })).toBeVisible();
  expect(await overflow(page)).toBe(0);
});

test("what does not load is said, with other ways on", async ({ page }) => {
  await page.route("**/assets/lesson-search-*", (route) => route.abort("aborted"));
  await open(page, "/search?q=backlog");
  await expect(page.getByRole("alert")).toContainText("did not load");
  await expect(page.getByRole("alert").getByRole("link", { name: "the glossary" })).toBeVisible();
});
