import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, open, test } from "./journey.ts";
import { LSOF, NET_TOOLS, SS, WINDOWS } from "./listings.ts";

test("what deserves a look is a filter, and all rows come back", async ({ page }) => {
  await paste(page, NET_TOOLS);
  const everyInterface = page.getByRole("button", { name: /^Listens on every interface: 2 rows/ });
  await everyInterface.click();
  await expect(everyInterface).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("2 of 5 rows")).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Show all rows as pasted" }).click();
  await expect(rows(page)).toHaveCount(5);
  await expect(page.getByRole("region", { name: "Which rows are shown" })).toBeFocused();
});

test("rows are found, sorted and grouped by keyboard alone", async ({ page }) => {
  await paste(page, SS);
  const tools = page.getByText("Find, narrow, sort and group the rows");
  await tools.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("sshd");
  await expect(rows(page)).toHaveCount(1);
  await page.getByLabel("Find in the rows").fill("");
  await expect(rows(page)).toHaveCount(4);
  await page.getByLabel("Sort by").selectOption("local port");
  await expect(rows(page).first()).toContainText("sshd");
  await page.getByLabel("Order", { exact: true }).selectOption("highest first");
  await expect(rows(page).first()).toContainText("38058");
  await page.getByLabel("Group by").selectOption("program");
  await expect(sockets(page).getByRole("rowgroup", { name: /nginx/ })).toContainText("[::]:80");
});

test("a search without a match says so and loses nothing", async ({ page }) => {
  await paste(page, SS);
  await page.getByText("Find, narrow, sort and group the rows").click();
  await page.getByLabel("Find in the rows").fill("no such program");
  await expect(page.getByText("No row is left.")).toBeVisible();
  await expect(page.getByText("0 of 4 rows")).toBeVisible();
  await page.getByRole("button", { name: "Show all rows as pasted" }).click();
  await expect(rows(page)).toHaveCount(4);
});

test("a port is asked about by number, and matched whole", { tag: "@phone" }, async ({ page }) => {
  await paste(page, SS.replace("0.0.0.0:22 ", "0.0.0.0:8080"));
  const ask = page.getByRole("region", { name: "Ask about a port" });
  await ask.getByLabel("Why is port").fill("80");
  await ask.getByRole("button", { name: "Ask" }).click();
  await expect(ask).toContainText("nginx (process 944) listens on TCP port 80");
  await expect(ask).not.toContainText("sshd");
  await ask.getByLabel("Why is port").fill("443");
  await page.keyboard.press("Enter");
  await expect(ask).toContainText("No row of this listing has port 443 on this side");
  await ask.getByLabel("Why is port").fill("70000");
  await page.keyboard.press("Enter");
  await expect(ask).toContainText("the highest is 65535");
  await expect(ask).not.toContainText("nothing is listening");
});

test("a row is guessed before it is explained", { tag: "@phone" }, async ({ page }) => {
  await paste(page, NET_TOOLS);
  await page.getByLabel("Guess first").check();
  await rows(page).nth(1).getByRole("rowheader").click();
  const main = page.getByRole("main");
  await expect(main.getByText("Role:").filter({ visible: true })).toHaveCount(0);
  const role = main
    .getByRole("radiogroup", { name: /What is this socket/ })
    .filter({ visible: true });
  await role.getByLabel("It waits for clients").check();
  await visibleButton(page, "Guess").click();
  await visibleButton(page, "Next question").click();
  await main
    .getByRole("radiogroup", { name: /reach/i })
    .filter({ visible: true })
    .getByLabel("This machine only", { exact: false })
    .check();
  await visibleButton(page, "Guess").click();
  await visibleButton(page, "Show the row in words").click();
  await expect(main.getByText("Role:").filter({ visible: true })).toHaveCount(1);
  await expect(page.getByText("1 of 2 guessed right")).toBeVisible();
  await expect(page.locator(":focus")).toHaveAccessibleName(/^Line 4/);
});

test("a guess under way is not lost to a mouse that passes over the rows", async ({ page }) => {
  await paste(page, NET_TOOLS);
  await page.getByLabel("Guess first").check();
  await rows(page).nth(1).getByRole("rowheader").click();
  const words = page.getByRole("region", { name: "Line 4 in words" });
  await expect(words.getByRole("radio")).not.toHaveCount(0);
  await words.getByLabel("It waits for clients").check();
  await rows(page).nth(4).getByRole("rowheader").hover();
  await expect(words.getByLabel("It waits for clients")).toBeChecked();
});

test("the state stands on TCP's state diagram, with every tool's word for it", async ({ page }) => {
  await paste(page, NET_TOOLS);
  await rows(page).nth(2).getByRole("rowheader").click();
  await page.getByText("ESTABLISHED on the state diagram").filter({ visible: true }).click();
  await expect(page.getByRole("figure", { name: "The states of a TCP connection" })).toBeVisible();
  await expect(page.getByText("ESTAB: ss").filter({ visible: true })).toBeVisible();
});

test("a block that was taken for the wrong tool is put right, and taken back", async ({ page }) => {
  await paste(page, LSOF);
  await page.getByText("Not right?").click();
  await page.getByLabel("Lines 1 to 5 came from").selectOption("something else: not a listing");
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole("button", { name: "Read it so" }).click();
  await expect(sockets(page)).toHaveCount(0);
  await expect(result(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Take back: lines 1 to 5" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(4);
  await expect(result(page)).toBeFocused();
});

test("two tools in one paste are told apart, each with its own columns", async ({ page }) => {
  await paste(page, `$ ss -tulpn\n${SS}\n${WINDOWS}`);
  await expect(result(page)).toContainText("ss on Linux");
  await expect(result(page)).toContainText("Windows netstat");
  await expect(sockets(page).getByRole("rowgroup")).toHaveCount(2);
});

const MANY = 60_000;

function longListing(): Buffer {
  const lines = Array.from(
    { length: MANY },
    (_, n) =>
      `tcp        0      0 192.0.2.10:443          198.51.100.${n % 256}:${1024 + (n % 60_000)}    ${n % 3 === 0 ? "TIME_WAIT" : "ESTABLISHED"}`,
  );
  return Buffer.from(`${NET_TOOLS.split("\n").slice(0, 2).join("\n")}\n${lines.join("\n")}\n`);
}

test("a long listing is read beside the page: only rows in view are made, and the keyboard reaches the last", async ({
  page,
}) => {
  await choose(page, longListing());
  await expect(result(page)).toContainText("60,000 connections", { timeout: 60_000 });
  expect(await rows(page).count()).toBeLessThan(80);
  await expect(sockets(page)).toHaveAttribute("aria-rowcount", String(MANY));
  await sockets(page).locator('[tabindex="0"]').first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(sockets(page).locator(":focus")).toHaveAttribute("aria-label", /^Line 4,/);
  await page.keyboard.press("Control+End");
  await expect(sockets(page).locator('[aria-rowindex="60000"] :focus')).toHaveCount(1);
  await page.keyboard.press("Control+Home");
  await expect(sockets(page).locator('[aria-rowindex="1"] :focus')).toHaveCount(1);
  await page.getByRole("button", { name: /^TIME-WAIT: 20,000 rows/ }).click();
  await expect(page.getByText("20,000 of 60,000 rows")).toBeVisible();
  await expect(sockets(page)).toHaveAttribute("aria-rowcount", "20000");
});

test("on a phone a long listing comes in pages of cards", { tag: "@phone" }, async ({ page }) => {
  test.skip((page.viewportSize()?.width ?? 0) > 500, "cards are for narrow pages");
  await choose(page, longListing());
  await expect(page.getByText("Rows 1 to 50 of 60,000.")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Rows after" }).click();
  await expect(page.getByText("Rows 51 to 100 of 60,000.")).toBeVisible();
  await expect(rows(page).first()).toHaveAttribute("aria-rowindex", "51");
});

test("the reading of a long listing can be stopped", async ({ page }, testInfo) => {
  const file = testInfo.outputPath("listing.txt");
  writeFileSync(file, Buffer.concat(Array.from({ length: 12 }, longListing)));
  await open(page, "/netstat");
  await page.getByLabel("Text file with a listing").setInputFiles(file);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Stopped" })).toBeVisible();
  await page.getByRole("button", { name: "Clear" }).click();
  await page.getByLabel("Your listing").fill(SS);
  await expect(rows(page)).toHaveCount(4);
});

test("a file in UTF-16 or in a console's old code page is read in its own letters", async ({
  page,
}) => {
  const german =
    "\r\nAktive Verbindungen\r\n\r\n  Proto  Lokale Adresse         Remoteadresse          Status\r\n  TCP    0.0.0.0:135            0.0.0.0:0              ABH\u00d6REN\r\n";
  await choose(page, Buffer.from(`\ufeff${german}`, "utf16le"));
  await expect(result(page)).toContainText("1 listener");
  await page.getByRole("button", { name: "Clear" }).click();
  const cp850 = Buffer.from(german, "latin1");
  cp850[cp850.indexOf(0xd6)] = 0x99;
  await choose(page, cp850, false);
  await expect(result(page)).toContainText("1 listener");
  await expect(sockets(page)).toContainText("ABHÖREN");
});

test("hostile rows are shown, and nothing of them is obeyed", async ({ page }) => {
  await paste(
    page,
    'tcp 0 0 192.0.2.10:22 0.0.0.0:* LISTEN 7/<img src=x onerror="document.title=1">\n' +
      "tcp 0 0 192.0.2.10:23 0.0.0.0:* LISTEN 8/\u202egnp.exe\n" +
      "\u001b[31mtcp 0 0 192.0.2.10:24 0.0.0.0:* LISTEN 9/red\u001b[0m\n",
  );
  await expect(rows(page)).toHaveCount(3);
  await expect(sockets(page)).toContainText("<img src=x");
  await expect(sockets(page).locator("img")).toHaveCount(0);
  await expect(sockets(page)).toContainText("\\u{202e}gnp.exe");
  await expect(sockets(page)).toContainText("9/red");
  await expect(page).toHaveTitle(/Read a netstat listing/);
});

async function paste(page: Page, text: string) {
  await open(page, "/netstat");
  await page.getByLabel("Your listing").fill(text);
}

async function choose(page: Page, buffer: Buffer, fresh = true) {
  if (fresh) await open(page, "/netstat");
  await page
    .getByLabel("Text file with a listing")
    .setInputFiles({ name: "listing.txt", mimeType: "text/plain", buffer });
}

function visibleButton(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true }).filter({ visible: true });
}

function result(page: Page) {
  return page.getByRole("region", { name: "Result" });
}

function sockets(page: Page) {
  return page.getByRole("grid", { name: "Sockets" });
}

function rows(page: Page) {
  return sockets(page).getByRole("row");
}
