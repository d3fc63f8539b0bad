import type { Page } from "@playwright/test";
import { expect, open, test } from "./journey.ts";
import {
  arrow,
  choose,
  goTo,
  hand,
  handshake,
  isAt,
  lane,
  openHandshake,
  output,
  picture,
  slider,
  step,
  unfold,
} from "./handshake-page.ts";

test("a shared link opens the same moment in another browser", async ({ page, browser }) => {
  await openHandshake(page);
  await goTo(page, 8);
  await choose(page, /^B sends SYN,ACK to A/);
  await hand(page).getByRole("button", { name: "Lose it" }).click();
  await expect(arrow(page, /lost by your hand/)).toHaveCount(1);
  await handshake(page).getByRole("button", { name: "Hide the old run" }).click();
  await handshake(page).getByRole("button", { name: "View" }).click();
  await handshake(page).getByLabel("Code in").selectOption("Node");
  await handshake(page).getByLabel("Sequence numbers").selectOption("as on the wire");
  await handshake(page).getByRole("checkbox", { name: "Descriptors" }).uncheck();
  await lane(page, "Netstat", "A").getByLabel("Command on A").selectOption("lsof -nP -i");
  await handshake(page).getByLabel("Predict first").check();
  await goTo(page, 11);
  const shared = await link(page);
  expect(new URL(shared).search).toBe("");
  const before = await picture(page);

  const context = await browser.newContext();
  const other = await context.newPage();
  await openHandshake(other, shared);
  await isAt(other, 11);
  expect(await picture(other)).toBe(before);
  await expect(arrow(other, /lost by your hand/)).toHaveCount(1);
  await expect(lane(other, "Descriptors", "A")).toHaveCount(0);
  await expect(lane(other, "Netstat", "B").getByLabel("Command on B")).toHaveValue("lsof -nP -i");
  await expect(handshake(other).getByLabel("Predict first")).toBeChecked();
  await expect(slider(other)).toHaveAttribute(
    "max",
    (await slider(page).getAttribute("max")) ?? "",
  );
  await context.close();
});

test("a link to calls by hand makes them again", async ({ page, browser }) => {
  await openHandshake(page, "/handshake/free-play");
  await handshake(page)
    .getByRole("form", { name: "A call on B" })
    .getByRole("button", { name: "Call" })
    .click();
  await isAt(page, 1);
  const shared = await link(page);
  const context = await browser.newContext();
  const other = await context.newPage();
  await openHandshake(other, shared);
  await isAt(other, 1);
  await expect(lane(other, "Programs", "B")).toContainText("by hand");
  await context.close();
});

test("a link is copied, and made anew for another moment", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openHandshake(page);
  const first = await link(page);
  await goTo(page, 3);
  const fold = await unfold(page, "Take it with you");
  await fold.getByRole("button", { name: "Make it anew" }).click();
  const second = await fold.getByLabel("Link to this moment").inputValue();
  expect(second).not.toBe(first);
  await fold.getByRole("button", { name: /Copy/ }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(second);
});

for (const [what, damage] of [
  ["cut in half", (fragment: string) => fragment.slice(0, fragment.length / 2)],
  ["empty", () => "#run="],
  ["no text in that form", () => "#run=%%%é"],
  ["another's JSON", () => `#run=${btoa('{"p":{"scenario":"none"},"at":1e9}')}`],
] as const)
  test(`a link that is ${what} is answered kindly, and the page works`, async ({ page }) => {
    await openHandshake(page);
    await goTo(page, 4);
    const shared = new URL(await link(page));
    shared.hash = damage(shared.hash);
    await open(page, "/about");
    await openHandshake(page, shared.href);
    await expect(handshake(page).getByRole("alert")).toContainText(
      /^This link .*The scenario is shown from its beginning instead\.$/,
    );
    await isAt(page, 0);
    await step(page).click();
    await isAt(page, 1);
    await expect(output(page, "B")).toBeVisible();
  });

test("a link whose moment is past the end opens at the end", async ({ page }) => {
  await openHandshake(page);
  await goTo(page, 5);
  const shared = new URL(await link(page));
  const json = Buffer.from(shared.hash.slice("#run=".length), "base64url").toString();
  const far = JSON.stringify({ ...(JSON.parse(json) as object), at: 1_000_000 });
  shared.hash = `run=${Buffer.from(far).toString("base64url")}`;
  await open(page, "/about");
  await openHandshake(page, shared.href);
  await expect(step(page)).toHaveAttribute("aria-disabled", "true");
});

async function link(page: Page): Promise<string> {
  const fold = await unfold(page, "Take it with you");
  await fold.getByRole("button", { name: /^Make (a link|it anew)$/ }).click();
  return fold.getByLabel("Link to this moment").inputValue();
}
