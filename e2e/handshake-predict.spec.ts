import type { Page } from "@playwright/test";
import { expect, test } from "./journey.ts";
import {
  arrow,
  handshake,
  isAt,
  openHandshake,
  step,
  tabTo,
  timeButton,
} from "./handshake-page.ts";

test("the first predictions by keyboard alone: one wrong, one right, one not sure, and the summary", async ({
  page,
}) => {
  await openHandshake(page);
  await tabTo(page, handshake(page).getByLabel("Predict first"));
  await page.keyboard.press("Space");
  await expect(handshake(page)).toContainText("The next 3 steps hold nothing to predict.");
  for (const _ of [0, 1, 2]) await page.keyboard.press("ArrowRight");
  await isAt(page, 3);
  // A step onwards is a question now: it leads there, and nothing happens before it is answered.
  await page.keyboard.press("ArrowRight");
  await isAt(page, 3);
  await expect(handshake(page)).toContainText("Which row does netstat -tan on B show");

  await tabTo(page, handshake(page).getByRole("radio").first());
  await pick(page, "No row");
  await tabTo(page, guess(page));
  await page.keyboard.press("Enter");
  await expect(handshake(page)).toContainText(/RFC 9293 §3\.10\.1, passive OPEN/);
  await goOn(page);
  await isAt(page, 4);
  await goOn(page);
  await isAt(page, 5);

  await expect(handshake(page).getByRole("radio").first()).toBeFocused();
  await pick(page, "A sends SYN to B");
  await page.keyboard.press("Enter");
  await expect(handshake(page)).toContainText("A SYN asks the other end for a connection.");
  await goOn(page);
  await isAt(page, 6);
  await expect(arrow(page, /^A sends SYN to B/)).toHaveCount(1);

  await tabTo(page, handshake(page).getByRole("button", { name: "I'm not sure" }));
  await page.keyboard.press("Enter");
  await expect(handshake(page)).toContainText("Here is what is so, and why.");
  await goOn(page);
  await isAt(page, 7);

  await page.keyboard.press("End");
  // A radio has End for itself; the time does not.
  await timeButton(page, "Step").focus();
  await page.keyboard.press("End");
  const summary = handshake(page).getByRole("region", { name: "Your predictions" });
  await expect(summary).toContainText("1 of 3 predicted rightly, 1 not sure.");
  const again = summary.getByRole("button", {
    name: "Look again at moment 3",
    includeHidden: true,
  });
  if (!(await again.isVisible())) await summary.getByText("more to look at").click();
  await again.click();
  await isAt(page, 3);
});

test("while a prediction waits, play stops before it, and off it goes on", async ({ page }) => {
  await openHandshake(page);
  await handshake(page).getByLabel("Predict first").check();
  await timeButton(page, "Play").click();
  await isAt(page, 3);
  await expect(timeButton(page, "Play")).toBeVisible();
  await handshake(page).getByLabel("Predict first").uncheck();
  await step(page).click();
  await isAt(page, 4);
});

const guess = (page: Page) => handshake(page).getByRole("button", { name: "Guess", exact: true });

/** Goes through the choices with the arrow key, from the one that has the focus. */
async function pick(page: Page, choice: string) {
  const wanted = handshake(page).getByRole("radio", { name: choice, exact: true });
  await page.keyboard.press("Space");
  for (let most = 6; most > 0 && !(await wanted.isChecked()); most--)
    await page.keyboard.press("ArrowDown");
  await expect(wanted).toBeChecked();
}

async function goOn(page: Page) {
  const on = handshake(page).getByRole("button", { name: /^(Show what happens|Go on)$/ });
  if (!(await on.evaluate((node) => node === document.activeElement))) await tabTo(page, on);
  await page.keyboard.press("Enter");
}
