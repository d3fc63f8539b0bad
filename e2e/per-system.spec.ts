import type { Locator, Page } from "@playwright/test";
import { expect, open, ready, test, topOf } from "./journey.ts";

const LESSON = "/course/ports/ephemeral-ports";
const OTHER_LESSON = "/course/ports/what-is-a-port";

const tab = (page: Page, name: string): Locator => page.getByRole("tab", { name, exact: true });
const commands = (page: Page): Locator => page.getByRole("tabpanel");

test("the commands of a system are shown when it is chosen, and nothing below them moves", async ({
  page,
}) => {
  await open(page, LESSON);
  await ready(tab(page, "Linux"));
  await expect(commands(page)).toHaveCount(1);
  await expect(commands(page)).toContainText("sysctl net.ipv4.ip_local_port_range");
  const below = page.getByRole("heading", { name: "See them at work" });
  const before = await topOf(below);

  await tab(page, "Windows").click();
  await expect(commands(page)).toHaveCount(1);
  await expect(commands(page)).toContainText("netsh int ipv4 show dynamicport tcp");
  expect(await topOf(below)).toBe(before);
});

test("the arrow keys go from system to system", async ({ page }) => {
  await open(page, LESSON);
  await ready(tab(page, "Linux"));
  await tab(page, "Linux").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(tab(page, "macOS")).toHaveAttribute("aria-selected", "true");
  await expect(commands(page)).toContainText("net.inet.ip.portrange.first");
});

test("a system once chosen is shown in another lesson, and after a reload", async ({ page }) => {
  await open(page, LESSON);
  await ready(tab(page, "Linux"));
  await tab(page, "Windows").click();
  await open(page, OTHER_LESSON);
  await ready(tab(page, "Windows"));
  await expect(tab(page, "Windows")).toHaveAttribute("aria-selected", "true");
  await expect(commands(page)).toContainText("netstat -ano");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the commands of all three systems can be read, each under its name", async ({ page }) => {
    await page.goto(LESSON);
    await expect(tab(page, "Linux")).toBeHidden();
    for (const [system, command] of [
      ["Linux", "sysctl net.ipv4.ip_local_port_range"],
      ["macOS", "sysctl net.inet.ip.portrange.last"],
      ["Windows", "netsh int ipv4 show dynamicport tcp"],
    ] as const) {
      const panel = commands(page).filter({ hasText: command });
      await expect(panel).toBeVisible();
      await expect(panel.getByText(system, { exact: true }).first()).toBeVisible();
    }
  });
});

test("on paper the commands of all three systems stand below each other", async ({ page }) => {
  await open(page, LESSON);
  await ready(tab(page, "Linux"));
  await page.emulateMedia({ media: "print" });
  await expect(commands(page)).toHaveCount(3);
  await expect(tab(page, "Linux")).toBeHidden();
});
