import type { Page } from "@playwright/test";
import { expect, open, overflow, test, topOf } from "./journey.ts";
import { SS } from "./listings.ts";

for (const [what, asked, port] of [
  ["a number", "443", "443"],
  ["a service's name", "redis", "6379"],
  ["an endpoint", "192.0.2.7:8443", "8443"],
  ["an endpoint of IPv6", "[::1]:5432", "5432"],
  ["a URL", "https://example.com:9443/path?x=1", "9443"],
  ["a URL without a port", "http://example.com/", "80"],
  ["a hexadecimal number", "0x1F90", "8080"],
] as const)
  test(`the field on the home page answers ${what}`, { tag: "@phone" }, async ({ page }) => {
    await open(page, "/");
    await field(page).fill(asked);
    await expect(answer(page).getByText(port, { exact: true })).toBeVisible();
    await answer(page)
      .getByRole("link", { name: /Everything|whole answer/ })
      .click();
    await expect(page).toHaveURL(/\/ports/);
    await expect(page.getByRole("main")).toContainText(port);
  });

test("a listing pasted on the home page is decoded there", { tag: "@phone" }, async ({ page }) => {
  await open(page, "/");
  await field(page).fill(SS);
  const listing = page.getByRole("region", { name: "Your listing" });
  await expect(listing.getByRole("grid", { name: "Sockets" }).getByRole("row")).toHaveCount(4);
  expect(await overflow(page)).toBe(0);
});

test("wrong input on the home page is answered kindly, and nothing moves", async ({ page }) => {
  await open(page, "/");
  const below = page.getByRole("heading", { name: /to scale/ });
  const before = await topOf(below);
  for (const wrong of ["65536", "-1", "1.5", "80a", ""]) {
    await field(page).fill(wrong);
    await expect(answer(page).getByText("8080", { exact: true })).toHaveCount(0);
    await expect(answer(page)).not.toBeEmpty();
    expect(await topOf(below), `after "${wrong}"`).toBe(before);
  }
});

test("the home page leads to every lesson, and names the first", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("link", { name: /^Start with/ }).click();
  await expect(page.getByRole("navigation", { name: "Lessons" })).toBeVisible();
});

function field(page: Page) {
  return page.getByRole("main").getByRole("textbox").first();
}

function answer(page: Page) {
  return page.getByRole("region", { name: "Answer" });
}
