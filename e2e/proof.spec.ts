import { expect, open, overflow, test } from "./journey.ts";
import { handshake, isAt, openHandshake, output, slider, step } from "./handshake-page.ts";

test("a belief's link opens the moment that shows it to be wrong @phone", async ({ page }) => {
  await openHandshake(page, "/handshake/three-clients-one-port#belief=accept-new-port");
  const shown = page.getByRole("region", { name: "What this moment shows" });
  await expect(shown).toContainText("“For each client the server opens a new port on its side.”");
  await expect(shown).toContainText("What is so: Every connection keeps the server's port.");
  await isAt(page, 25);
  expect(await overflow(page)).toBeLessThanOrEqual(0);

  await shown.getByRole("button", { name: "Show Netstat" }).click();
  const rows = output(page, "B");
  await expect(rows).toBeInViewport();
  await expect(rows.locator("mark").first()).toBeInViewport();

  await step(page).click();
  await isAt(page, 26);
  await shown.getByRole("button", { name: "Back to this proof" }).click();
  await isAt(page, 25);
});

test("another belief in the address is shown in its turn", async ({ page }) => {
  await openHandshake(page, "/handshake/three-clients-one-port#belief=accept-new-port");
  await isAt(page, 25);
  await page.evaluate(() => (window.location.hash = "#belief=server-65535"));
  await isAt(page, 24);
  await expect(page.getByRole("region", { name: "What this moment shows" })).toContainText(
    "no more than 65535 clients",
  );
});

test("a belief that the run says nothing of is told, and the run stands at its beginning", async ({
  page,
}) => {
  await openHandshake(page, "/handshake/refused#belief=accept-new-port");
  await expect(handshake(page).getByRole("alert")).toContainText("another run is the proof");
  await expect(slider(page)).toHaveValue("0");
});

test("a listing that shows a belief to be wrong stands in the decoder, with what to look at @phone", async ({
  page,
}) => {
  await open(page, "/netstat#shown=ping-without-root");
  const told = page
    .getByRole("status")
    .filter({ hasText: "The socket of a ping that is not root's" });
  await expect(told.getByRole("listitem")).toHaveCount(3);
  await expect(page.getByText("A27D").first()).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
