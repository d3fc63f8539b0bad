import { BUILT_SITE, addressOf, filesOf } from "./built-site.ts";
import { expect, open, test } from "./journey.ts";

const SHEETS = filesOf(BUILT_SITE)
  .filter((file) => /^course\/[^/]+\/cheat-sheet\/index\.html$/.test(file))
  .map(addressOf);

test("every chapter's cheat sheet fits on two pages, A4 or Letter", async ({ page }) => {
  test.slow();
  expect(SHEETS.length).toBeGreaterThan(2);
  for (const address of SHEETS) {
    await open(page, address);
    for (const format of ["A4", "Letter"]) {
      const pdf = (await page.pdf({ format })).toString("latin1");
      const pages = pdf.match(/\/Type \/Page\b/g) ?? [];
      expect([1, 2], `${address}, ${format}`).toContain(pages.length);
    }
  }
});

test("the course leads to a cheat sheet, which has every system's commands and leads back", async ({
  page,
}) => {
  await open(page, "/course");
  await page.getByRole("main").getByRole("link", { name: "Cheat sheet" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Ports in short/);
  for (const command of ["sysctl net.ipv4", "sysctl net.inet", "netsh int ipv4"])
    await expect(page.getByRole("cell", { name: command })).toBeVisible();
  await page.getByRole("link", { name: "The three ranges" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The three ranges");
});

test("on paper a lesson shows every system's commands and where its sources are, and no controls", async ({
  page,
}) => {
  await open(page, "/course/ports/ephemeral-ports");
  await page.emulateMedia({ media: "print" });
  for (const command of ["sysctl net.ipv4.ip_local_port_range", "netsh int ipv4 show dynamicport"])
    await expect(page.getByRole("tabpanel").filter({ hasText: command })).toBeVisible();
  for (const name of ["Check", "I'm not sure", "Mark as finished"])
    await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0);
  await expect(page.getByRole("navigation", { name: "Lessons" })).toBeHidden();
  const source = page.locator("#sources + ul a").first();
  const after = await source.evaluate((link) => getComputedStyle(link, "::after").content);
  expect(after).toContain("https://");
});
