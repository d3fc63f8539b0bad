import type { Locator, Page } from "@playwright/test";
import { expect, open, ready, test, topOf } from "./journey.ts";

const LESSON = "/course/sockets/socket-api-call-by-call";
const OTHER_LESSON = "/course/sockets/datagram-sockets";

const tab = (page: Page, name: string): Locator => page.getByRole("tab", { name, exact: true });
const program = (page: Page, text: string): Locator =>
  page.getByRole("tabpanel").filter({ hasText: text });

test("a program is read in the language that is chosen, and nothing below it moves", async ({
  page,
}) => {
  await open(page, LESSON);
  await ready(tab(page, "Python"));
  await expect(program(page, "shout/server.py")).toBeVisible();
  await expect(program(page, "shout/server.c")).toBeHidden();
  const below = page.getByRole("heading", { name: "The server gets ready" });
  const before = await topOf(below);

  await tab(page, "C").click();
  await expect(program(page, "shout/server.c")).toBeVisible();
  await expect(program(page, "shout/server.py")).toBeHidden();
  expect(await topOf(below)).toBe(before);
});

test("a language once chosen is shown in another lesson, or the first one where that has none of it", async ({
  page,
}) => {
  await open(page, LESSON);
  await ready(tab(page, "Python"));
  await tab(page, "Python").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(tab(page, "Node")).toHaveAttribute("aria-selected", "true");
  await open(page, OTHER_LESSON);
  await ready(tab(page, "Node"));
  await expect(tab(page, "Node")).toHaveAttribute("aria-selected", "true");
  await expect(program(page, "udp-shout/server.mjs")).toBeVisible();

  await open(page, LESSON);
  await ready(tab(page, "C"));
  await tab(page, "C").click();
  await open(page, OTHER_LESSON);
  await ready(tab(page, "Python"));
  await expect(tab(page, "Python")).toHaveAttribute("aria-selected", "true");
});

test("what is folded unfolds, with the widget in it", async ({ page }) => {
  await open(page, LESSON);
  const title = page.getByText("Ask the decoder about the moment before accept");
  await ready(title);
  await title.click();
  await expect(page.getByText("Who made this connection, and who holds it?")).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("every language can be read, and what is folded as well", async ({ page }) => {
    await page.goto(LESSON);
    await expect(tab(page, "Python")).toBeHidden();
    for (const file of ["shout/server.py", "shout/server.c", "shout/server.mjs"])
      await expect(program(page, file)).toBeVisible();
    await page.getByText("The system calls of Node, printed by strace").click();
    await expect(page.getByText("Node sets SO_REUSEADDR unasked.")).toBeVisible();
  });
});

test("on paper all languages stand below each other, and nothing is folded", async ({ page }) => {
  await open(page, LESSON);
  await ready(tab(page, "Python"));
  await page.emulateMedia({ media: "print" });
  await expect(tab(page, "Python")).toBeHidden();
  for (const file of ["shout/server.py", "shout/server.c", "shout/server.mjs"])
    await expect(program(page, file)).toBeVisible();
  await expect(page.getByText("Node sets SO_REUSEADDR unasked.")).toBeVisible();
});
