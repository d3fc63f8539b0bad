import { expect, open, test } from "./journey.ts";
import { giveUp, keepLines, keptLines, press } from "./practice-log.ts";

const EVENING = new Date(2026, 10, 22, 20, 0);
const NEXT_MORNING = new Date(2026, 10, 23, 8, 0);

test(
  "practice asks on and on, keeps each answer at once, and never asks the same kind twice in a row",
  { tag: "@phone" },
  async ({ page }) => {
    await open(page, "/quiz/practice");
    await press(page, "Begin");
    for (let answered = 1; answered <= 4; answered++) {
      await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toBeFocused();
      await giveUp(page);
      await expect(page.getByText(`0 of ${answered} right so far.`)).toBeVisible();
      expect(await keptLines(page)).toHaveLength(answered);
      await press(page, "Next question");
    }
    await press(page, "Stop for now");
    await expect(
      page.getByRole("heading", { name: "0 of 4 right. All of it is kept." }),
    ).toBeFocused();
    const kinds = (await keptLines(page)).map((line) => line.split(" ")[0]);
    for (const [index, kind] of kinds.entries()) expect(kind).not.toBe(kinds[index + 1]);
    await page.reload();
    expect(await keptLines(page)).toHaveLength(4);
  },
);

test("a reload and the way back from a lesson show the question as it was left", async ({
  page,
}) => {
  await open(page, "/quiz/practice");
  await press(page, "Begin");
  const question = page.getByRole("main").locator("fieldset");
  const asked = await question.innerText();
  await page.reload();
  await expect(question).toHaveText(asked, { useInnerText: true });
  await giveUp(page);
  const reasons = page.getByRole("list", { name: "Reasons" }).first();
  const told = await reasons.innerText();
  await page
    .getByText(/^Lesson: /)
    .getByRole("link")
    .click();
  await expect(page).toHaveURL(/\/course\//);
  await page.goBack();
  await expect(reasons).toHaveText(told, { useInnerText: true });
  await expect(page.getByText("0 of 1 right so far.")).toBeVisible();
  await press(page, "Next question");
  await giveUp(page);
  await expect(page.getByText("0 of 2 right so far.")).toBeVisible();
  expect(await keptLines(page)).toHaveLength(2);
});

test("topics are chosen by the address or by hand, and none is none", async ({ page }) => {
  await open(page, "/quiz/practice?topics=services");
  const boxes = page.getByRole("checkbox");
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await expect(page.getByLabel("Services")).toBeChecked();
  await page.getByLabel("Services").uncheck();
  await press(page, "Begin");
  await expect(page.getByText("Choose a topic first.")).toBeVisible();
  await boxes.first().check();
  await press(page, "Begin");
  await expect(page.getByRole("heading", { level: 2, name: "Port ranges" })).toBeVisible();
});

test("review brings back what was missed on the next day, as a fresh question", async ({
  page,
}) => {
  await page.clock.setFixedTime(EVENING);
  await keepLines(page, EVENING, [[0, "range-of-port 17 wrong ephemeral-above-1023"]]);
  await open(page, "/quiz/review");
  await expect(page.getByText("Nothing is due today. The next comes tomorrow.")).toBeVisible();

  await page.clock.setFixedTime(NEXT_MORNING);
  await open(page, "/quiz/review");
  await expect(page.getByText("1 question is due today.")).toBeVisible();
  await press(page, "Begin the review");
  await expect(page.getByRole("heading", { name: "1 of 1: Port ranges" })).toBeFocused();
  const asked = page.getByRole("main").locator("fieldset");
  const text = await asked.innerText();
  await page.reload();
  await expect(asked).toHaveText(text, { useInnerText: true });
  await giveUp(page);
  const [missed, again] = await keptLines(page);
  expect(missed).toMatch(/^range-of-port 17 wrong/);
  expect(again).toMatch(/^range-of-port \d+ not-sure$/);
  expect(again).not.toContain(" 17 ");
  await press(page, "Finish");
  await expect(page.getByRole("heading", { name: "Reviewed: 0 of 1 right" })).toBeFocused();
  await expect(page.getByText("Nothing is due today. The next comes tomorrow.")).toBeVisible();
});

test("a review that is left in the middle goes on with the rest", async ({ page }) => {
  await page.clock.setFixedTime(NEXT_MORNING);
  await keepLines(page, NEXT_MORNING, [
    [3, "range-of-port 17 wrong"],
    [2, "card-443-tcp 0 wrong"],
    [2, "of-a-later-version 0 wrong"],
  ]);
  await open(page, "/quiz/review");
  await expect(page.getByText("1 question and 1 flash card are due today.")).toBeVisible();
  await press(page, "Begin the review");
  await giveUp(page);
  await press(page, "Stop for now");
  await expect(page.getByRole("heading", { name: "Reviewed: 0 of 1 right" })).toBeFocused();
  await page.reload();
  await expect(page.getByText("1 flash card is due today.")).toBeVisible();
  await press(page, "Begin the review");
  await press(page, /443/);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { name: "Reviewed: 1 of 1 right" })).toBeFocused();
  expect(await keptLines(page)).toContain("card-443-tcp 0 right");
  expect(await keptLines(page)).toContain("of-a-later-version 0 wrong");
});

test("flash cards are turned and judged by keyboard alone", async ({ page }) => {
  await open(page, "/quiz/cards");
  await press(page, "Deal 10 cards");
  for (let card = 1; card <= 10; card++) {
    await expect(page.getByRole("button", { name: `Card ${card} of 10` })).toBeFocused();
    await page.keyboard.press(card % 2 === 0 ? "Enter" : "Space");
    await expect(page.getByRole("button", { name: "Not yet" })).toBeVisible();
    await page.keyboard.press(card === 3 ? "ArrowLeft" : "ArrowRight");
  }
  await expect(page.getByRole("heading", { name: "9 of 10 known" })).toBeFocused();
  await expect(page.getByRole("listitem").filter({ hasText: "443/tcp" })).toBeVisible();
  expect(await keptLines(page)).toContain("card-443-tcp 0 wrong");
  expect(await keptLines(page)).toContain("card-22-tcp 0 right");
});

test(
  "flash cards ask for the port when that is wished, by touch as well",
  { tag: "@phone" },
  async ({ page }) => {
    await open(page, "/quiz/cards");
    await page.getByLabel("The name: which port?").check();
    await press(page, "Deal 10 cards");
    await press(page, /SSH/);
    await expect(page.getByText("22", { exact: true })).toBeVisible();
    await press(page, "Not yet");
    await expect(page.getByRole("button", { name: "Card 2 of 10" })).toBeVisible();
    expect(await keptLines(page)).toEqual(["card-22-tcp 0 wrong"]);
  },
);
