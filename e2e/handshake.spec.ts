import type { Page } from "@playwright/test";
import { expect, open, test } from "./journey.ts";
import {
  arrows,
  arrow,
  currentLine,
  goTo,
  goToEnd,
  handshake,
  isAt,
  ladder,
  lane,
  openHandshake,
  output,
  picture,
  slider,
  socketsOf,
  step,
  stepUntil,
  tabTo,
  timeButton,
  unfold,
  why,
} from "./handshake-page.ts";

test("the whole first handshake by keyboard alone, to TIME-WAIT", async ({ page }) => {
  await openHandshake(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await tabTo(page, step(page));
  await isAt(page, 0);

  // On a button Space presses it; the arrow and the full stop do the same from anywhere in here.
  await page.keyboard.press("Space");
  await isAt(page, 1);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press(".");
  await isAt(page, 3);
  await page.keyboard.press("ArrowLeft");
  await isAt(page, 2);

  await page.keyboard.press("n");
  await expect(socketsOf(page, "B").first()).toContainText("LISTEN");
  await expect(output(page, "B")).toContainText(/LISTEN\s+0\s+5\s+0\.0\.0\.0:8080/);
  await expect(currentLine(page, "B")).toContainText("listener.listen(5)");

  await page.keyboard.press("n");
  await expect(arrows(page)).toHaveCount(1);
  await expect(arrow(page, /^A sends SYN to B/)).toHaveCount(1);
  await expect(currentLine(page, "A")).toContainText("client.connect");
  await expect(currentLine(page, "A")).toContainText("waits");
  await expect(output(page, "A")).toContainText("SYN-SENT");

  await page.keyboard.press("n");
  await expect(socketsOf(page, "B").filter({ hasText: "SYN-RECEIVED" })).not.toHaveCount(0);
  await expect(arrow(page, /^B sends SYN,ACK to A/)).toHaveCount(1);
  await page.keyboard.press("n");
  await expect(socketsOf(page, "A").filter({ hasText: "ESTABLISHED" })).not.toHaveCount(0);
  await expect(output(page, "A")).toContainText(/ESTAB\s+0\s+0/);
  await expect(output(page, "B")).toContainText("SYN-RECV");
  await page.keyboard.press("n");
  await expect(arrows(page)).toHaveCount(3);
  for (const host of ["A", "B"] as const) await expect(output(page, host)).toContainText(/ESTAB\s/);

  for (const state of ["FIN-WAIT-1", "CLOSE-WAIT", "FIN-WAIT-2", "LAST-ACK", "TIME-WAIT"]) {
    await page.keyboard.press("n");
    await expect(handshake(page).getByRole("listitem").filter({ hasText: state })).not.toHaveCount(
      0,
    );
  }
  await page.keyboard.press("End");
  await isAt(page, Number(await slider(page).getAttribute("max")));
  await expect(output(page, "A")).toContainText(/TIME-WAIT\s+0\s+0\s+10\.0\.0\.1:\d+/);
  await expect(output(page, "B")).toContainText("gone");
  await expect(lane(page, "Sockets", "A")).toContainText("TIME-WAIT timer");
  await expect(lane(page, "Sockets", "A")).toContainText("No program has it");
  // The button that has nothing to do any more keeps the focus.
  await expect(step(page)).toBeFocused();

  await page.keyboard.press("b");
  await page.keyboard.press("Home");
  await isAt(page, 0);
});

test("the arrows of the ladder are one tab stop, and up and down lead to the others", async ({
  page,
}) => {
  await openHandshake(page);
  await goToEnd(page);
  await timeButton(page, "Step").focus();
  const last = arrows(page).last();
  await tabTo(page, last);
  await page.keyboard.press("ArrowUp");
  await expect(arrow(page, /^B sends FIN,ACK/)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(why(page).getByRole("heading", { level: 3 })).toContainText("FIN");
  await page.keyboard.press("w");
  await expect(why(page)).toBeFocused();
});

test("keys in a field stay letters, and the keys are shown", async ({ page }) => {
  await openHandshake(page);
  await step(page).focus();
  await page.keyboard.press("?");
  await expect(handshake(page).getByRole("region", { name: "Keys" })).toContainText("→ or .");
  await unfold(page, "Calls by hand");
  const name = handshake(page).getByRole("form", { name: "A call on A" }).getByLabel("Name it");
  await name.fill("");
  await name.pressSequentially("n.u2?");
  await expect(name).toHaveValue("n.u2?");
  await isAt(page, 0);
});

test("simultaneous close: both sides pass CLOSING and end in TIME-WAIT", async ({ page }) => {
  await openHandshake(page, "/handshake/simultaneous-close");
  await bothPassClosing(page);
});

test("two programs closing at once by hand pass CLOSING too", async ({ page }) => {
  await openHandshake(page);
  await stepUntil(page, async () => (await output(page, "B").getByText("users").count()) === 2);
  await unfold(page, "Calls by hand");
  for (const [host, socket] of [
    ["A", "client"],
    ["B", "server"],
  ] as const) {
    const form = handshake(page).getByRole("form", { name: `A call on ${host}` });
    await form.getByLabel("Call", { exact: true }).selectOption("close()");
    await form.getByLabel("On socket").selectOption(socket);
    await form.getByRole("button", { name: "Call" }).click();
    // No time passes between the two calls: each is made at the moment that is shown.
    await expect(lane(page, "Programs", host)).toContainText("by hand");
  }
  await bothPassClosing(page);
});

async function bothPassClosing(page: Page) {
  for (const host of ["A", "B"] as const) {
    await stepUntil(
      page,
      async () => (await lane(page, "Sockets", host).getByText("CLOSING").count()) > 0,
    );
    await expect(output(page, host)).toContainText("CLOSING");
  }
  await goToEnd(page);
  for (const host of ["A", "B"] as const)
    await expect(output(page, host)).toContainText("TIME-WAIT");
}

test("refused and filtered: what connect() gives, when, and what the wire shows", async ({
  page,
}) => {
  await openHandshake(page, "/handshake/refused");
  await goToEnd(page);
  await expect(lane(page, "Programs", "A")).toContainText("ECONNREFUSED");
  await expect(arrow(page, /^B sends RST,ACK to A/)).not.toHaveCount(0);
  await expect(handshake(page)).toContainText("ECONNREFUSED (Connection refused), after 40 ms");

  await openHandshake(page, "/handshake/refused-or-filtered");
  const words = handshake(page).getByRole("list", { name: "The run in words" });
  await goToEnd(page);
  await expect(words).toContainText(/connect\(to80.*fails with ECONNREFUSED.*after 40 ms/);
  await expect(words).toContainText(/connect\(to83.*fails with EHOSTUNREACH.*after 40 ms/);
  await expect(arrow(page, /^B sends ICMP/)).not.toHaveCount(0);
  // A rule that drops says nothing: A sends its SYN again and again, and connect() waits for what never comes.
  await expect(lane(page, "Programs", "A").getByText("waits")).toBeVisible();
  await expect(words).not.toContainText("ETIMEDOUT");
  await unfold(page, "Calls by hand");
  const wait = handshake(page).getByRole("button", { name: "Let time pass" });
  for (let most = 30; most > 0 && (await wait.isEnabled()); most--) {
    const before = await slider(page).getAttribute("max");
    await wait.click();
    await expect(slider(page)).not.toHaveAttribute("max", before ?? "");
  }
  await goToEnd(page);
  await expect(arrow(page, /^A sends SYN again to B.*discarded/)).toHaveCount(10);
  await expect(words).toContainText(/connect\(to81.*fails with ETIMEDOUT.*after 2 min 11 s/);
});

test("nothing moves before it is asked to", async ({ page }) => {
  await openHandshake(page);
  await page.waitForTimeout(2000);
  await isAt(page, 0);
  await goTo(page, 7);
  await page.waitForTimeout(2000);
  await isAt(page, 7);
});

test("play goes on by itself, pause stops it, and a change of speed is felt", async ({ page }) => {
  await openHandshake(page);
  await handshake(page).getByRole("button", { name: "View" }).click();
  await handshake(page).getByLabel("Speed of playing").selectOption("fast");
  await timeButton(page, "Play").click();
  await expect.poll(async () => Number(await slider(page).inputValue())).toBeGreaterThan(1);
  await timeButton(page, "Pause").click();
  const stopped = await slider(page).inputValue();
  await page.waitForTimeout(1500);
  await isAt(page, Number(stopped));
  await ladder(page).focus();
  await page.keyboard.press("-");
  await expect(handshake(page).getByLabel("Speed of playing")).toHaveValue("normal");
  await page.keyboard.press("k");
  await expect(timeButton(page, "Pause")).toBeVisible();
  await page.keyboard.press("k");
  await expect(timeButton(page, "Play")).toBeVisible();
});

test("play ends at the end of the run", async ({ page }) => {
  await openHandshake(page);
  const last = Number(await slider(page).getAttribute("max"));
  await goTo(page, last - 1);
  await timeButton(page, "Play").click();
  await isAt(page, last);
  await expect(timeButton(page, "Play")).toHaveAttribute("aria-disabled", "true");
});

test("the slider is moved by keyboard, and says the moment in words", async ({ page }) => {
  await openHandshake(page);
  await slider(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await isAt(page, 2);
  await page.keyboard.press("End");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^Moment (\d+) of \1, 0\.740 s$/);
  await page.keyboard.press("Home");
  await isAt(page, 0);
});

test("going back shows a moment as it was", async ({ page }) => {
  await openHandshake(page);
  await goTo(page, 12);
  const before = await picture(page);
  await goToEnd(page);
  await goTo(page, 12);
  expect(await picture(page)).toBe(before);
});

test("what happens is announced after each step, and announcements can be paused", async ({
  page,
}) => {
  await openHandshake(page);
  const announced = handshake(page).getByRole("status").last();
  await expect(announced).toBeEmpty();
  await goTo(page, 5);
  // Moves that follow each other at once are announced together.
  await expect(announced).not.toBeEmpty();
  await step(page).click();
  await expect(announced).toContainText("A:46730 sends SYN to B:8080");
  await page.keyboard.press("m");
  await step(page).click();
  await isAt(page, 7);
  await expect(announced).toBeEmpty();
  await handshake(page).getByRole("button", { name: "View" }).click();
  const choice = handshake(page).getByLabel("Announce each step to a screen reader");
  await expect(choice).not.toBeChecked();
  await choice.check();
  await step(page).click();
  await expect(announced).toContainText("SYN,ACK from B:8080 arrives");
});

test("pointing at a packet lights its counterparts", async ({ page }) => {
  await openHandshake(page);
  await goTo(page, 8);
  await expect(handshake(page).locator("[data-lit]")).toHaveCount(0);
  await arrow(page, /^A sends SYN to B/).focus();
  await expect(handshake(page).locator("[data-lit]")).not.toHaveCount(0);
});

test("the program is shown in C and Node, and the numbers as on the wire", async ({ page }) => {
  await openHandshake(page);
  await goTo(page, 8);
  await handshake(page).getByRole("button", { name: "View" }).click();
  await handshake(page).getByLabel("Code in").selectOption("C");
  await expect(lane(page, "Programs", "A")).toContainText("connect(client,");
  await handshake(page).getByLabel("Code in").selectOption("Node");
  await expect(lane(page, "Programs", "A")).toContainText(/net/);
  await handshake(page).getByLabel("Sequence numbers").selectOption("as on the wire");
  await expect(why(page)).not.toContainText(/seq 0\b/);
  await handshake(page).getByRole("checkbox", { name: "Descriptors" }).uncheck();
  await expect(lane(page, "Descriptors", "A")).toHaveCount(0);
});

test("both hosts print what another tool would, and a command that is none is answered", async ({
  page,
}) => {
  await openHandshake(page);
  await goTo(page, 12);
  await lane(page, "Netstat", "A")
    .getByLabel("Command on A")
    .selectOption("netstat -ano (Windows)");
  for (const host of ["A", "B"] as const)
    await expect(output(page, host)).toContainText(/TCP +10\.0\.0\.\d:\d+.*ESTABLISHED/);
  await lane(page, "Netstat", "A").getByLabel("Command on A").selectOption("another command");
  await lane(page, "Netstat", "A").getByLabel("With ss, netstat or lsof").fill("ls -l");
  await page.keyboard.press("Enter");
  await expect(lane(page, "Netstat", "A").getByRole("status")).not.toBeEmpty();
  await lane(page, "Netstat", "A").getByLabel("With ss, netstat or lsof").fill("ss -tln");
  await page.keyboard.press("Enter");
  await expect(output(page, "B")).toContainText("LISTEN");
  await expect(output(page, "B")).not.toContainText("ESTAB");
});

test("a page of scenarios leads to another, with its own run", async ({ page }) => {
  await openHandshake(page);
  await goTo(page, 5);
  await page.getByRole("link", { name: /^Connection refused/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Connection refused");
  await expect(slider(page)).toHaveValue("0");
  await expect(slider(page)).toHaveAttribute("max", "10");
});

test("a name that no scenario has says so, with all there are", async ({ page }) => {
  await open(page, "/handshake/no-such-scenario");
  await expect(page.getByRole("main")).toContainText("no scenario of that name");
  await expect(page.getByRole("link", { name: /^Connection refused/ })).toBeVisible();
});
