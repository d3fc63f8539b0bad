import type { Page } from "@playwright/test";
import { expect, test } from "./journey.ts";
import {
  arrow,
  choose,
  ghost,
  goTo,
  goToEnd,
  hand,
  handshake,
  isAt,
  ladder,
  lane,
  openHandshake,
  output,
  picture,
  slider,
  unfold,
  why,
} from "./handshake-page.ts";

test("where the SYN-ACK is lost, both sides send again, and the connection comes to be", async ({
  page,
}) => {
  await openHandshake(page);
  await goTo(page, 8);
  await expect(handshake(page).getByRole("button", { name: "Undo", exact: true })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await choose(page, /^B sends SYN,ACK to A/);
  const before = await picture(page);

  await hand(page).getByRole("button", { name: "Lose it" }).click();
  await expect(arrow(page, /^B sends SYN,ACK to A.*lost/)).toHaveCount(1);
  await expect(ghost(page)).toBeVisible();
  await expect(hand(page)).toContainText("lost, as you wished");

  await goToEnd(page);
  await expect(arrow(page, /^A sends SYN again to B/)).toHaveCount(1);
  await expect(arrow(page, /^B sends SYN,ACK again to A/)).not.toHaveCount(0);
  const words = handshake(page).getByRole("list", { name: "The run in words" });
  await expect(words).toContainText("A's program calls send(client");
  for (const host of ["A", "B"])
    await expect(words).toContainText(
      new RegExp(`On ${host}, the retransmission timer of the connection .* runs out`),
    );
  await expect(words).toContainText(/connect\(client.*succeeds, after 1\.0\d s/);

  await handshake(page).getByRole("button", { name: "Undo the change" }).click();
  await expect(arrow(page, /lost/)).toHaveCount(0);
  await isAt(page, 8);
  expect(await picture(page)).toBe(before);
});

test("the old run can be hidden, and a packet left alone again", async ({ page }) => {
  await openHandshake(page);
  await goTo(page, 8);
  await choose(page, /^B sends SYN,ACK to A/);
  const max = await slider(page).getAttribute("max");
  await hand(page).getByRole("button", { name: "Lose it" }).click();
  await handshake(page).getByRole("button", { name: "Hide the old run" }).click();
  await expect(ghost(page)).toHaveCount(0);
  await expect(slider(page)).not.toHaveAttribute("max", max ?? "");
  await hand(page).getByRole("button", { name: "Leave it alone" }).click();
  await expect(slider(page)).toHaveAttribute("max", max ?? "");
  await expect(arrow(page, /lost/)).toHaveCount(0);
});

test("an arrow is chosen with the mouse, and again to let it go", async ({ page }) => {
  await openHandshake(page);
  await goTo(page, 8);
  const syn = arrow(page, /^A sends SYN to B/);
  await syn.click();
  await expect(syn).toHaveAttribute("aria-pressed", "true");
  await expect(hand(page)).toContainText("Change what becomes of it");
  await why(page).getByRole("button", { name: "Back to this moment" }).click();
  await expect(syn).toHaveAttribute("aria-pressed", "false");
});

for (const [what, key, becomes] of [
  ["lost", "x", "lost"],
  ["late", "d", "late"],
  ["doubled", "2", "twice"],
  ["overtaken", "o", "overtake"],
] as const)
  test(`a segment is ${what} by a key, and u takes it back`, async ({ page }) => {
    await openHandshake(page);
    await goTo(page, 12);
    await choose(page, /^A sends PSH,ACK 5 bytes/);
    const before = await picture(page);
    await page.keyboard.press(key);
    await expect(hand(page)).toContainText(becomes);
    await expect(ghost(page)).toBeVisible();
    const last = await goToEnd(page);
    // Whatever became of it, B's program got the data once, in order.
    await expect(lane(page, "Programs", "B").getByText('"hello"')).toHaveCount(1);
    await expect(output(page, "A")).toContainText("TIME-WAIT");
    expect(last).not.toBe(26);
    await page.keyboard.press("u");
    await isAt(page, 12);
    expect(await picture(page)).toBe(before);
  });

test("a segment is delayed by as long as is chosen", async ({ page }) => {
  await openHandshake(page);
  await goTo(page, 8);
  await choose(page, /^A sends SYN to B/);
  await hand(page).getByLabel("Delay", { exact: true }).selectOption("1.5 s");
  await hand(page).getByRole("button", { name: "Delay it by" }).click();
  await expect(hand(page)).toContainText("late");
  await goToEnd(page);
  // Longer than the timer of a second: A sends its SYN again, and the late one finds the connection made.
  await expect(arrow(page, /^A sends SYN to B.*1\.5\d? s later/)).toHaveCount(1);
  await expect(arrow(page, /^A sends SYN again to B/)).toHaveCount(1);
  await expect(output(page, "A")).toContainText("TIME-WAIT");
});

test("several changes are taken back one by one", async ({ page }) => {
  await openHandshake(page);
  await goTo(page, 6);
  const undo = handshake(page).getByRole("button", { name: "Undo", exact: true });
  for (const words of [/^A sends SYN to B/, /^B sends SYN,ACK/]) {
    await goTo(page, 8);
    await choose(page, words);
    await page.keyboard.press("2");
    await expect(hand(page)).toContainText("twice");
  }
  await undo.click();
  await undo.click();
  await expect(undo).toHaveAttribute("aria-disabled", "true");
  await expect(slider(page)).toHaveAttribute("max", "26");
});

test("why, numbers, headers and the lookup of a segment", async ({ page }) => {
  await openHandshake(page);
  await goTo(page, 8);
  await choose(page, /^A sends SYN to B/);
  const reasons = why(page);
  await expect(reasons.getByRole("link", { name: /^RFC 9293 §3\./ }).first()).toHaveAttribute(
    "href",
    /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc9293\.html#section-3\./,
  );
  const numbers = reasons.getByRole("region", { name: "Numbers" });
  await expect(numbers).toContainText("SYN takes 1");
  await expect(numbers.getByRole("columnheader", { name: "On the wire" })).toBeVisible();
  await reasons.getByText("Headers, byte by byte").click();
  const header = reasons.getByRole("region", { name: "TCP header" });
  await header.getByRole("button", { name: /^Destination port/ }).click();
  await expect(header.getByRole("button", { name: /^Destination port/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  const asked = lookup(page).getByRole("listitem");
  await expect(asked.first()).toContainText("No.");
  await expect(asked.last()).toContainText(/Yes: .*listener/);
});

test("the lookup names the exact connection", async ({ page }) => {
  await openHandshake(page);
  await goTo(page, 12);
  await choose(page, /^A sends PSH,ACK/);
  await expect(lookup(page).getByRole("listitem").first()).toContainText(/Yes: .*connection/);
});

test("the lookup finds nobody", async ({ page }) => {
  await openHandshake(page, "/handshake/refused");
  await goToEnd(page);
  await choose(page, /^A sends SYN to B/);
  await expect(lookup(page)).toContainText("Nobody here takes it.");
});

test("the state diagram has both hosts on it, and the ways they went", async ({ page }) => {
  await openHandshake(page);
  await goTo(page, 8);
  const fold = await unfold(page, "State diagram");
  const figure = fold.getByRole("figure", { name: "The states of a TCP connection" });
  await expect(figure).toContainText(/A: ESTABLISHED; B: SYN-RECEIVED/);
  await expect(figure).toContainText("CLOSED to SYN-SENT");
  await goToEnd(page);
  await expect(figure).toContainText(/A: TIME-WAIT/);
});

test("a kernel's trace stands beside the run", async ({ page }) => {
  await openHandshake(page, "/handshake/refused");
  const fold = await unfold(page, "Checked against Linux 6.18");
  await expect(fold.getByRole("status")).not.toContainText("Reading");
  await expect(fold.getByRole("status")).toContainText(/\d/);
  await fold.getByText(/^All \d+ steps, side by side$/).click();
  for (const column of ["Linux 6.18", "Here", "Compared"])
    await expect(fold.getByRole("columnheader", { name: column }).first()).toBeVisible();
  await expect(fold).toContainText("ECONNREFUSED");
});

test("choosing a sentence of the run in words goes to its moment", async ({ page }) => {
  await openHandshake(page);
  await goToEnd(page);
  const words = handshake(page).getByRole("list", { name: "The run in words" });
  await words.getByRole("button", { name: /accept\(listener\): it returns/ }).click();
  await isAt(page, 10);
  await expect(words.locator("[aria-current=step]")).toContainText("accept(listener)");
});

test("the ladder shows the moment wherever one goes, and the page stays where it is", async ({
  page,
}) => {
  await openHandshake(page);
  await ladder(page).evaluate((box) => box.scrollIntoView({ block: "center" }));
  const before = await page.evaluate(() => window.scrollY);
  const last = Number(await slider(page).getAttribute("max"));
  for (const position of [last, 6, last, 1]) {
    await goTo(page, position);
    await expect(ladder(page).locator("[data-now]").filter({ visible: true })).toBeInViewport();
    expect(await page.evaluate(() => window.scrollY)).toBe(before);
  }
});

const lookup = (page: Page) =>
  why(page).getByRole("region", { name: /kernel finds whom it is for$/ });
