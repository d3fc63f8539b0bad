import type { Page } from "@playwright/test";
import { expect, open, test } from "./journey.ts";
import {
  COUNTERS,
  CUT_IN_HALF,
  IMPOSSIBLE,
  LSOF,
  NET_TOOLS,
  PROMPT,
  ROUTES,
  SS,
  WINDOWS,
} from "./listings.ts";

const DIALECTS = [
  { tool: "netstat of Windows", listing: WINDOWS, rows: 5, lines: 7, service: "5432" },
  { tool: "netstat of net-tools", listing: NET_TOOLS, rows: 5, lines: 7, service: "postgres" },
  { tool: "ss", listing: SS, rows: 4, lines: 5, service: "nginx" },
  { tool: "lsof", listing: LSOF, rows: 4, lines: 5, service: "postgres" },
];

for (const { tool, listing, rows, lines, service } of DIALECTS)
  test(`a listing of ${tool} is read to its last line`, { tag: "@phone" }, async ({ page }) => {
    await paste(page, listing);
    await expect(result(page)).toContainText(`${lines} of ${lines} lines read`);
    await expect(sockets(page).getByRole("row")).toHaveCount(rows);
    await expect(sockets(page)).toContainText(service);
    // What was pasted stays out of the address.
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe("");
  });

test("a row says in words what it is, its side and who can reach it", async ({ page }) => {
  await paste(page, NET_TOOLS);
  await sockets(page).getByText("127.0.0.1:5432").click();
  const words = page.getByRole("main");
  for (const fact of ["Role:", "Who can reach it:", /this machine only/i])
    await expect(words.getByText(fact).filter({ visible: true }).first()).toBeVisible();
});

test("the fields are one tab stop, and the arrow keys go through them", async ({ page }) => {
  await paste(page, NET_TOOLS);
  const grid = sockets(page);
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
  await grid.locator('[tabindex="0"]').focus();
  const first = await focusedName(page);
  await page.keyboard.press("ArrowRight");
  const second = await focusedName(page);
  expect(second).not.toBe(first);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await expect(grid.getByRole("row").nth(1).locator(":focus")).toHaveCount(1);
  expect(await focusedName(page)).toContain("sshd");
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press("Tab");
  await expect(grid.locator(":focus")).toHaveCount(0);
});

test("touching a field lights its meaning", { tag: "@phone" }, async ({ page, hasTouch }) => {
  await paste(page, NET_TOOLS);
  const field = sockets(page).getByRole("row").nth(1).getByText("LISTEN", { exact: true }).last();
  await (hasTouch ? field.tap() : field.click());
  await expect(
    page
      .getByText(/waits? for/i)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
});

test("rows that cannot be are flagged, each with its reason", async ({ page }) => {
  await paste(page, IMPOSSIBLE);
  await expect(result(page)).toContainText("4 of 4 lines read");
  const rows = sockets(page).getByRole("row");
  for (const [index, reason] of [
    [1, "This cannot be"],
    [2, "Not from an ordinary machine"],
  ] as const) {
    await rows.nth(index).getByRole("rowheader").click();
    await expect(page.getByText(reason).filter({ visible: true }).first()).toBeVisible();
  }
  await expect(rows.nth(0)).not.toContainText("worth a look");
});

test("a row cut in half is listed with why it was not read", async ({ page }) => {
  await paste(page, CUT_IN_HALF);
  await expect(result(page)).toContainText("2 of 3 lines read");
  await expect(page.getByText("Not read.").filter({ visible: true })).toBeVisible();
});

for (const [what, text, words] of [
  ["a routing table", ROUTES, /routing table/],
  ["counters of netstat -s", COUNTERS, /counters, not sockets/],
  ["a prompt alone", PROMPT, /the command, not what it printed/],
  ["prose", "Dear all,\nthe meeting is at ten.\n", /No line here looks like a row/],
] as const)
  test(`${what} is named for what it is`, async ({ page }) => {
    await paste(page, text);
    await expect(result(page)).toContainText(words);
    await expect(sockets(page)).toHaveCount(0);
  });

test("an empty paste leaves the page as it was, with each system's command", async ({ page }) => {
  await paste(page, "  \n\n");
  for (const system of ["Windows", "Linux", "macOS"])
    await expect(result(page).getByRole("heading", { name: system })).toBeVisible();
  await expect(result(page).getByRole("button", { name: "Copy netstat -ano" })).toBeVisible();
});

test("a command is copied with its button", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "/netstat");
  await page.getByRole("button", { name: "Copy netstat -ano" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("netstat -ano");
});

test("five megabytes of anything but text do no harm", async ({ page }) => {
  await open(page, "/netstat");
  const bytes = Buffer.alloc(5_000_000);
  for (let at = 0; at < bytes.length; at++) bytes[at] = (at * 2654435761) >>> 13;
  await page
    .getByLabel("Text file with a listing")
    .setInputFiles({ name: "core.bin", mimeType: "application/octet-stream", buffer: bytes });
  await expect(result(page)).toContainText(/No line here looks like a row/, { timeout: 20_000 });
  await page.getByRole("button", { name: "Clear" }).click();
  await page.getByLabel("Your listing").fill(SS);
  await expect(result(page)).toContainText("5 of 5 lines read");
});

test("a large listing in a file is read whole and shown in parts", async ({ page }) => {
  await open(page, "/netstat");
  const [heading = "", ...rows] = SS.trimEnd().split("\n");
  const many = [heading, ...Array.from({ length: 5000 }, () => rows).flat()].join("\n");
  await page
    .getByLabel("Text file with a listing")
    .setInputFiles({ name: "ss.txt", mimeType: "text/plain", buffer: Buffer.from(many) });
  await expect(result(page)).toContainText(/20,?001 of 20,?001 lines read/, { timeout: 20_000 });
  expect(await sockets(page).getByRole("row").count()).toBeLessThan(1000);
});

async function paste(page: Page, text: string) {
  await open(page, "/netstat");
  await page.getByLabel("Your listing").fill(text);
}

function result(page: Page) {
  return page.getByRole("region", { name: "Result" });
}

function sockets(page: Page) {
  return page.getByRole("grid", { name: "Sockets" });
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      document.activeElement?.getAttribute("aria-label") ??
      document.activeElement?.textContent ??
      "",
  );
}
