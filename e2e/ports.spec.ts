import type { Page } from "@playwright/test";
import { expect, open, ready, test, topOf } from "./journey.ts";

test(
  "/ports/443 tells range, registration, use and systems",
  { tag: "@phone" },
  async ({ page }) => {
    const response = await open(page, "/ports/443");
    expect(response?.status()).toBe(200);
    await expect(page).toHaveTitle(/443.*HTTPS/);
    await expect(part(page, "Range")).toContainText("System Port");
    await expect(part(page, "Registered with IANA")).toContainText("https");
    await expect(part(page, "Commonly used for")).toContainText("HTTP/3 uses UDP");
    const systems = part(page, "On each system");
    await expect(systems).toContainText("32768 to 60999");
    await expect(systems).toContainText("49152 to 65535");
  },
);

test("/ports?q=8080 answers for 8080, and a reload keeps it", async ({ page }) => {
  await open(page, "/ports?q=8080");
  await expect(field(page)).toHaveValue("8080");
  await expect(part(page, "Registered with IANA")).toContainText("http-alt");
  await page.reload();
  await expect(field(page)).toHaveValue("8080");
});

test("what is typed is in the address, to be sent to somebody", async ({ page }) => {
  await open(page, "/ports");
  await field(page).fill("6379");
  await expect(part(page, "Commonly used for")).toContainText("Redis");
  await expect(page).toHaveURL(/\/ports\?q=6379$/);
});

test("a port without a page of its own is answered through the 404 page", async ({ page }) => {
  const response = await open(page, "/ports/12345");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Port 12345");
  await expect(page).toHaveTitle(/12345/);
  await expect(part(page, "Range")).toContainText("User Port");
});

test("a path that is no port still answers", async ({ page }) => {
  await open(page, "/ports/99999");
  await expect(message(page)).toContainText("65535");
  await expect(field(page)).toHaveValue("99999");
});

for (const wrong of ["65536", "-1", "1.5", "80a", "9".repeat(1_000_000)])
  test(
    `${wrong.slice(0, 12)} gets a kind message, and nothing on the page moves`,
    {
      tag: "@phone",
    },
    async ({ page }) => {
      await open(page, "/ports?q=443");
      const below = part(page, "Range");
      // The registry's answer replaces the first one: only then does the page stand still by itself.
      await expect(part(page, "Registered with IANA")).toContainText("https");
      await expect(page.getByText("Loading…")).toHaveCount(0);
      await expect(below).toBeVisible();
      const before = await topOf(below);
      await field(page).fill(wrong);
      await expect(message(page)).toContainText(/65535|whole|digits/);
      expect(await topOf(below)).toBe(before);
      await expect(field(page)).toBeFocused();
    },
  );

test("an emptied field says what it takes, and the field stays in place", async ({ page }) => {
  await open(page, "/ports?q=443");
  const before = await topOf(field(page));
  await field(page).fill("");
  await expect(message(page)).not.toBeEmpty();
  expect(await topOf(field(page))).toBe(before);
});

test("a list with a range is answered as a whole", async ({ page }) => {
  await open(page, "/ports");
  await field(page).fill("80,443,8000-8100");
  await expect(page.getByRole("main")).toContainText("103 ports");
  await expect(page.getByRole("main").getByRole("link", { name: "443" }).first()).toBeVisible();
});

test("a search by name or description finds ports and leads to them", async ({ page }) => {
  await open(page, "/ports");
  await field(page).fill("postgres");
  const link = page.getByRole("main").getByRole("link", { name: /5432/ }).first();
  await link.click();
  await expect(part(page, "Commonly used for")).toContainText("PostgreSQL");
});

test("the neighbours lead on, and going back returns", async ({ page }) => {
  await open(page, "/ports/443");
  const neighbours = page.getByRole("navigation", { name: "Neighbouring ports" });
  await neighbours.getByRole("link", { name: /^444\b/ }).click();
  await expect(field(page)).toHaveValue("444");
  await page.goBack();
  await ready(field(page));
  await expect(field(page)).toHaveValue("443");
});

function field(page: Page) {
  return page.getByRole("search").getByRole("textbox");
}

function message(page: Page) {
  return page.getByRole("search").getByRole("status");
}

function part(page: Page, title: string) {
  return page.getByRole("region", { name: title, exact: true });
}
