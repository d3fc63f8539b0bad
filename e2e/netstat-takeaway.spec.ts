import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, open, overflow, test } from "./journey.ts";
import { NET_TOOLS } from "./listings.ts";

/** Addresses of public resolvers: those set aside for documentation need no replacing. */
const WITH_NAMES = `ada@db1:~$ netstat -tunap
Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name
tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN      801/sshd
tcp        0      0 0.0.0.0:80              0.0.0.0:*               LISTEN      944/nginx
tcp        0      0 10.0.0.9:38058          8.8.8.8:443             ESTABLISHED 3391/firefox
`;

const LATER = WITH_NAMES.replace("801/sshd", "9801/sshd")
  .replace(/.*nginx\n/, "")
  .replace("ESTABLISHED", "CLOSE_WAIT ")
  .concat(
    "tcp        0      0 0.0.0.0:8080            0.0.0.0:*               LISTEN      77/node\n",
  );

test(
  "a copy carries no public address and no user",
  { tag: "@phone" },
  async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await paste(page, WITH_NAMES);
    const region = takeAway(page);
    await expect(region).toContainText("1 address is replaced");
    await region.getByRole("button", { name: "Copy the text" }).click();
    await expect(region.getByText("Copied, redacted.")).toBeVisible();
    await expect(region.getByRole("button", { name: "Copy the text" })).toBeFocused();
    const copied = await clipboard(page);
    expect(copied).toContain("10.0.0.9:38058");
    expect(copied).toContain("nginx");
    expect(copied).not.toMatch(/8\.8\.8\.8|ada|db1/);
    expect(await overflow(page)).toBe(0);
  },
);

test("private addresses and programs are replaced when asked for, and nothing when that is asked for", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await paste(page, WITH_NAMES);
  const region = takeAway(page);
  await region.getByLabel("Private addresses too").check();
  await region.getByLabel("Program names too").check();
  await region.getByText("See how it begins").click();
  const preview = region.getByLabel("The first lines, redacted");
  await expect(preview).toContainText("LISTEN");
  await expect(preview).not.toContainText("nginx");
  await region.getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(region.getByText("Copied, redacted.")).toBeVisible();
  expect(await clipboard(page)).not.toMatch(/10\.0\.0\.9|8\.8\.8\.8|nginx/);
  await region.getByLabel("Replace public addresses, hosts and users").uncheck();
  await region.getByRole("button", { name: "Copy the text" }).click();
  await expect(region.getByText("Copied, not redacted.")).toBeVisible();
  expect(await clipboard(page)).toBe(WITH_NAMES);
});

test("files say in their names what they hold", async ({ page }) => {
  await paste(page, WITH_NAMES);
  const csv = await saved(page, "Save CSV");
  expect(csv.name).toBe("sockets-redacted.csv");
  expect(csv.text.split("\r\n")[0]).toContain("protocol,family,local_address");
  expect(csv.text.trimEnd().split("\r\n")).toHaveLength(4);
  expect(csv.text).not.toContain("8.8.8.8");
  const json = await saved(page, "Save JSON");
  expect(json.name).toBe("sockets-redacted.json");
  expect(JSON.parse(json.text).entries).toHaveLength(3);
  expect((await saved(page, "Save Markdown")).text).toContain("| TCP |");
  await takeAway(page).getByLabel("Replace public addresses, hosts and users").uncheck();
  const text = await saved(page, "Save the text");
  expect(text).toEqual({ name: "sockets.txt", text: WITH_NAMES });
});

test("only the rows that are shown are saved when that is chosen", async ({ page }) => {
  await paste(page, NET_TOOLS);
  await page.getByText("Find, narrow, sort and group the rows").click();
  await page.getByLabel("Role").selectOption({ index: 1 });
  await takeAway(page).getByLabel("Only the").check();
  const { name, text } = await saved(page, "Save CSV");
  expect(name).toBe("sockets-shown-redacted.csv");
  const shown = await page.getByRole("grid", { name: "Sockets" }).getByRole("row").count();
  expect(shown).toBeLessThan(5);
  expect(text.trimEnd().split("\r\n")).toHaveLength(1 + shown);
});

test(
  "a link opens the same rows elsewhere, without the names",
  { tag: "@phone" },
  async ({ page, browser }) => {
    await paste(page, WITH_NAMES);
    const address = page.url();
    await takeAway(page).getByRole("button", { name: "Make a link" }).click();
    const link = await takeAway(page)
      .getByLabel(/^The link, /)
      .inputValue();
    expect(page.url()).toBe(address);
    const context = await browser.newContext();
    const other = await context.newPage();
    await other.goto(link);
    await expect(result(other)).toContainText("3 sockets");
    await expect(other.getByText("This listing came in a link.")).toBeVisible();
    await expect(other.getByLabel("Your listing")).toHaveValue(/0\.0\.0\.0:22/);
    await expect(other.getByLabel("Your listing")).not.toHaveValue(/8\.8\.8\.8|ada/);
    await context.close();
  },
);

for (const [what, change] of [
  ["cut", (link: string) => link.slice(0, -20)],
  ["changed", (link: string) => link.replace(/.{3}$/, "abc")],
] as const)
  test(`a link that was ${what} is told kindly, and the page still works`, async ({ page }) => {
    await paste(page, WITH_NAMES);
    await takeAway(page).getByRole("button", { name: "Make a link" }).click();
    const link = await takeAway(page)
      .getByLabel(/^The link, /)
      .inputValue();
    await open(page, "/ports");
    await open(page, change(new URL(link).pathname + new URL(link).hash));
    await expect(page.getByText("This link is damaged")).toBeVisible();
    await page.getByLabel("Your listing").fill(NET_TOOLS);
    await expect(result(page)).toContainText("5 sockets");
  });

test("a link followed while the page is open is read too", async ({ page }) => {
  await paste(page, WITH_NAMES);
  await takeAway(page).getByRole("button", { name: "Make a link" }).click();
  const link = await takeAway(page)
    .getByLabel(/^The link, /)
    .inputValue();
  await page.getByLabel("Your listing").fill("");
  await expect(takeAway(page)).toHaveCount(0);
  await page.evaluate((hash) => (window.location.hash = hash), new URL(link).hash);
  await expect(result(page)).toContainText("3 sockets");
});

test("the table is printed as Windows would print it", { tag: "@phone" }, async ({ page }) => {
  await paste(page, WITH_NAMES);
  const region = takeAway(page);
  await region.getByText("Print it as another tool would").click();
  await region.getByLabel("Tool and system").selectOption("Windows netstat");
  const printed = region.getByLabel("The listing in the form of Windows netstat");
  await expect(printed).toContainText(/TCP +0\.0\.0\.0:22 +0\.0\.0\.0:0 +LISTENING +801/);
  await expect(printed).not.toContainText("8.8.8.8");
  await expect(region).toContainText("does not print it: queues, program names");
  const { name, text } = await saved(page, "Save as Windows netstat");
  expect(name).toBe("sockets-as-windows-netstat-redacted.txt");
  expect(text).toContain("Active Connections");
  expect(await overflow(page)).toBe(0);
});

test("two listings are compared in words", { tag: "@phone" }, async ({ page }) => {
  await paste(page, WITH_NAMES);
  const region = takeAway(page);
  await region.getByText("Compare it with another listing").click();
  await region.getByRole("textbox", { name: "The other listing" }).fill(LATER);
  await expect(region).toContainText("1 socket appeared, 1 went and 2 changed");
  await expect(region).toContainText("node now listens on TCP port 8080");
  await expect(region).toContainText("nginx no longer listens on TCP port 80");
  await expect(region).toContainText("sshd listens on TCP port 22 (*) as before");
  await region.getByText(/client of 8\.8\.8\.8/).click();
  await expect(region).toContainText("was ESTABLISHED and is CLOSE-WAIT");
  await region.getByLabel("It was made").selectOption("earlier than the one above");
  await expect(region).toContainText("node no longer listens on TCP port 8080");
  expect(await overflow(page)).toBe(0);
});

test("a large listing is compared, printed and saved beside the page", async ({ page }) => {
  const rows = Array.from(
    { length: 4000 },
    (_, n) => `tcp 0 0 192.0.2.10:443 8.8.${n >> 8}.${n & 255}:50000 ESTABLISHED ${n}/nginx`,
  );
  await open(page, "/netstat");
  await page.getByLabel("Text file with a listing").setInputFiles({
    name: "netstat.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(rows.join("\n")),
  });
  await expect(result(page)).toContainText("4,000 sockets", { timeout: 20_000 });
  const { text } = await saved(page, "Save CSV");
  expect(text.trimEnd().split("\r\n")).toHaveLength(4001);
  expect(text).not.toContain("8.8.1.1");
  await takeAway(page).getByText("Compare it with another listing").click();
  await takeAway(page)
    .getByLabel("Text file with the other listing")
    .setInputFiles({
      name: "later.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(rows.slice(3).join("\n")),
    });
  await expect(takeAway(page)).toContainText("3 went; 3,997 are the same", { timeout: 20_000 });
});

test("a short listing is compared with a large one", async ({ page }) => {
  await paste(page, WITH_NAMES);
  await takeAway(page).getByText("Compare it with another listing").click();
  const many = WITH_NAMES + "tcp 0 0 192.0.2.10:1 0.0.0.0:* LISTEN\n".repeat(2000);
  await takeAway(page)
    .getByLabel("Text file with the other listing")
    .setInputFiles({ name: "later.txt", mimeType: "text/plain", buffer: Buffer.from(many) });
  await expect(takeAway(page)).toContainText("1 socket appeared; 3 are the same");
});

test("every system has a sample at one click", async ({ page }) => {
  await open(page, "/netstat");
  await page.getByText("Samples of other systems").click();
  for (const sample of [
    "Linux, ss",
    "Windows, PowerShell",
    "macOS, netstat",
    "Other, docker ps",
    "FreeBSD, sockstat",
    "Small Linux, /proc/net/tcp",
  ]) {
    await page.getByRole("button", { name: sample, exact: true }).click();
    await expect(page.getByText(/^Sample: /)).toContainText(/recorded/);
    await expect(result(page)).toContainText(/\d+ sockets/);
    await page.getByRole("button", { name: "Clear" }).click();
  }
});

async function paste(page: Page, text: string) {
  await open(page, "/netstat");
  await page.getByLabel("Your listing").fill(text);
  await expect(takeAway(page)).toBeVisible();
}

const takeAway = (page: Page) => page.getByRole("region", { name: "Take it with you" });

const result = (page: Page) => page.getByRole("region", { name: "Result" });

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent("download");
  await takeAway(page).getByRole("button", { name: button, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}
