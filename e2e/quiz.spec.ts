import type { Locator, Page } from "@playwright/test";
import { slider } from "./handshake-page.ts";
import { expect, open, overflow, ready, test } from "./journey.ts";

const LINK = "/quiz?mode=quiz&n=4&seed=00c0ffee&v=1";
const EXAM = "/quiz?mode=exam&n=3&seed=00c0ffee&v=1";
const DRILL = "/quiz?mode=drill&n=50&seed=00c0ffee&topics=port-ranges,services&v=1";

const heading = (page: Page, text: string | RegExp) =>
  page.getByRole("heading", { name: text, level: 2 });
const button = (page: Page, name: string) =>
  page.getByRole("main").getByRole("button", { name, exact: true });

test("a whole quiz is set and taken by keyboard alone", async ({ page }) => {
  await open(page, "/quiz");
  await ready(button(page, "Begin"));
  await page.getByLabel("How many questions?").focus();
  await page.keyboard.press("ArrowUp");
  await tabTo(page, button(page, "Begin"));
  await page.keyboard.press("Enter");
  for (let number = 1; number <= 5; number++) {
    await expect(heading(page, `Question ${number} of 5`)).toBeFocused();
    if (number % 2 === 0) {
      await tabTo(page, button(page, "I'm not sure"));
    } else {
      await answerByKeys(page);
      await tabTo(page, button(page, "Check"));
    }
    await page.keyboard.press("Enter");
    await expect(page.getByRole("list", { name: "Reasons" }).first()).toBeVisible();
    await tabTo(page, button(page, number < 5 ? "Next question" : "See the result"));
    await page.keyboard.press("Enter");
  }
  await expect(heading(page, /^\d of 5 right$/)).toBeFocused();
  await expect(page.getByText("Not sure", { exact: true })).toHaveCount(2);
});

test("the same link asks the same questions in two browsers", async ({ browser }) => {
  const asked: string[][] = [];
  for (const _ of [0, 1]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await begin(page, EXAM);
    const prompts: string[] = [];
    for (let number = 1; number <= 3; number++) {
      await expect(heading(page, `Question ${number} of 3`)).toBeVisible();
      prompts.push(await page.getByRole("main").locator("fieldset").innerText());
      await button(page, "I'm not sure").click();
    }
    asked.push(prompts);
    await context.close();
  }
  expect(asked[0]).toHaveLength(3);
  expect(asked[1]).toEqual(asked[0]);
});

for (const isBlocked of [false, true])
  test(`a reload in the middle loses nothing${isBlocked ? ", even where the browser keeps nothing" : ""}`, async ({
    page,
  }) => {
    if (isBlocked)
      await page.addInitScript(() => {
        Object.defineProperty(window, "localStorage", {
          get() {
            throw new DOMException("blocked", "SecurityError");
          },
        });
      });
    await begin(page, LINK);
    for (let number = 1; number <= 2; number++) {
      await button(page, "I'm not sure").click();
      await button(page, "Next question").click();
    }
    await expect(heading(page, "Question 3 of 4")).toBeVisible();
    const asked = await page.getByRole("main").locator("fieldset").innerText();
    await page.reload();
    await expect(heading(page, "Question 3 of 4")).toBeVisible();
    expect(await page.getByRole("main").locator("fieldset").innerText()).toBe(asked);
    await page.getByText("What you answered so far").click();
    await expect(page.getByText(/^Not sure:/)).toHaveCount(2);
    await button(page, "I'm not sure").click();
    // Told already, not yet gone on from: the reasons stand there again.
    await page.reload();
    await expect(heading(page, "Question 3 of 4")).toBeVisible();
    await expect(page.getByRole("list", { name: "Reasons" }).first()).toBeVisible();
    await button(page, "Next question").click();
    await expect(heading(page, "Question 4 of 4")).toBeVisible();
    await button(page, "I'm not sure").click();
    await button(page, "See the result").click();
    await expect(heading(page, "0 of 4 right")).toBeFocused();
    await page.reload();
    await expect(heading(page, "0 of 4 right")).toBeVisible();
  });

test("two tabs with the same link keep their own sittings, and one that was closed can be gone on with", async ({
  page,
  context,
}) => {
  await begin(page, LINK);
  for (let number = 1; number <= 2; number++) {
    await button(page, "I'm not sure").click();
    await button(page, "Next question").click();
  }
  const other = await context.newPage();
  await openLink(other, LINK);
  await expect(other.getByText("You have begun this: 2 of 4 answered.")).toBeVisible();
  await button(other, "Begin anew").click();
  await button(other, "I'm not sure").click();
  await button(other, "Next question").click();
  await page.reload();
  await expect(heading(page, "Question 3 of 4")).toBeVisible();
  await other.reload();
  await expect(heading(other, "Question 2 of 4")).toBeVisible();
  await other.close();

  await open(page, "/quiz");
  await page.getByRole("link", { name: "A quiz of 4 questions" }).first().click();
  await button(page, "Go on at question 2").click();
  await expect(heading(page, "Question 2 of 4")).toBeFocused();
});

test("an exam tells nothing until its end, and its code is checked again", async ({ page }) => {
  await begin(page, EXAM);
  await answerByKeys(page);
  await button(page, "Answer").click();
  for (let number = 2; number <= 3; number++) {
    await expect(heading(page, `Question ${number} of 3`)).toBeFocused();
    await expect(page.getByRole("list", { name: "Reasons" })).toHaveCount(0);
    await button(page, "I'm not sure").click();
  }
  await expect(heading(page, /^[01] of 3 right$/)).toBeFocused();
  const score = await heading(page, /of 3 right$/).innerText();
  await expect(page.getByText("nobody watched")).toBeVisible();
  const code = await page.getByRole("definition").last().innerText();

  await page.getByRole("link", { name: "check it here" }).click();
  await expect(heading(page, score)).toBeVisible();
  await expect(page.getByText("The code adds up")).toBeVisible();
  await expect(page.getByText("Not sure", { exact: true })).toHaveCount(2);

  const field = page.getByLabel("Result code");
  await field.fill(code.replace(/^./, code.startsWith("1") ? "2" : "1"));
  await button(page, "Check").click();
  await expect(page.getByText("The code does not add up")).toBeVisible();
  await field.fill(code.toLowerCase().replaceAll("-", " "));
  await page.keyboard.press("Enter");
  await expect(heading(page, score)).toBeFocused();
});

test("a drill ends after a minute and remembers the best", async ({ page }) => {
  await page.clock.install();
  await begin(page, DRILL);
  await expect(page.getByRole("timer")).toHaveText("60 s left");
  await button(page, "I'm not sure").click();
  await expect(heading(page, "Question 2")).toBeFocused();
  await expect(page.getByText(/^Not sure\. It is /)).toBeVisible();
  await page.clock.runFor(61_000);
  await expect(heading(page, "0 of 1 right")).toBeFocused();
  await expect(page.getByText("Your best so far.")).toBeVisible();
  await open(page, "/quiz");
  await expect(page.getByText("Your best drill so far: 0 right.")).toBeVisible();
});

test("a reload adds to the time of the question that it interrupts", async ({ page }) => {
  await page.clock.install();
  await begin(page, "/quiz?mode=exam&n=1&seed=1&v=1");
  await page.clock.runFor(40_000);
  await page.reload();
  await expect(heading(page, "Question 1 of 1")).toBeVisible();
  await page.clock.runFor(30_000);
  await button(page, "I'm not sure").click();
  await expect(page.getByText(/^1 min 1\d s$/)).toBeVisible();
});

test("items are put in order by dragging and by the arrows alike @phone", async ({ page }) => {
  await begin(page, "/quiz?mode=exam&n=20&seed=1&topics=socket-calls&v=1");
  const items = page.getByRole("main").locator("form").getByRole("listitem");
  const up = page.getByRole("button", { name: /^Move .* up$/ });
  for (let asked = 1; asked < 20 && (await up.count()) === 0; asked++) {
    await button(page, "I'm not sure").click();
    await expect(heading(page, `Question ${asked + 1} of 20`)).toBeVisible();
  }
  const before = await items.allInnerTexts();
  await items.first().scrollIntoViewIfNeeded();
  await items.nth(0).getByText("1", { exact: true }).hover();
  await page.mouse.down();
  await items.nth(1).getByText("2", { exact: true }).hover();
  const box = await items.nth(1).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + (box?.height ?? 0) - 2);
  await page.mouse.up();
  await expect(items.nth(1)).toContainText(before[0]?.replace(/^1\s*/, "") ?? "");
  await up.nth(1).click();
  expect(await items.allInnerTexts()).toEqual(before);
});

test("from a wrong answer it is one tap to what disproves the belief @phone", async ({ page }) => {
  await begin(page, "/quiz?mode=quiz&n=30&seed=3&topics=connections&v=1");
  const proof = page.getByRole("list", { name: "Reasons" }).getByRole("link");
  for (let asked = 1; asked < 30; asked++) {
    await expect(heading(page, `Question ${asked} of 30`)).toBeFocused();
    const choice = page
      .getByRole("main")
      .locator("form label")
      .filter({ has: page.locator("input[type=radio]") });
    if ((await choice.count()) > 0) {
      await choice.first().click();
      await button(page, "Check").click();
    } else await button(page, "I'm not sure").click();
    await expect(page.getByText(/^Lesson: /)).toBeVisible();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    if ((await proof.count()) > 0) break;
    await button(page, "Next question").click();
  }
  const place = await heading(page, /^Question \d+ of 30$/).innerText();
  const reasons = await page.getByRole("list", { name: "Reasons" }).innerText();
  await proof.first().click();
  await expect(page).toHaveURL(/\/handshake\/[a-z0-9-]+#belief=/);
  await expect(page.getByRole("region", { name: "What this moment shows" })).toBeVisible();
  await expect(slider(page)).not.toHaveValue("0");

  // The way back leads to the question as it was left.
  await page.goBack();
  await expect(heading(page, place)).toBeVisible();
  expect(await page.getByRole("list", { name: "Reasons" }).innerText()).toBe(reasons);
  await expect(page.locator("input[type=radio]:checked")).toHaveCount(1);
});

test("a name for the print stands on the paper and is kept nowhere", async ({ page }) => {
  await begin(page, "/quiz?mode=exam&n=1&seed=1&v=1");
  await button(page, "I'm not sure").click();
  await page.getByLabel("Name, for the print").fill("Ada");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByLabel(/^Name/)).toHaveValue("Ada");
  await expect(page.getByText(/To check the code: .*\/quiz\/result$/)).toBeVisible();
  await expect(button(page, "Print")).toBeHidden();
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, history.state]));
  expect(kept).not.toContain("Ada");
  expect(page.url()).not.toContain("Ada");
});

test("a link that tells no quiz says why", async ({ page }) => {
  await page.goto("/quiz?seed=xyz");
  await expect(page.getByRole("alert")).toContainText("This link leads to no quiz.");
  await page.getByRole("link", { name: "Choose a quiz yourself" }).click();
  await expect(page.getByRole("heading", { name: "Quiz", level: 1 })).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("the quiz says what it is for and where the lessons' questions are", async ({ page }) => {
    await page.goto("/quiz");
    await expect(button(page, "Begin")).toBeHidden();
    await expect(page.getByText("A quiz needs script.")).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "the course" })).toBeVisible();
  });
});

/** The file is the hub's, which stays out of sight: the quiz takes its place once the page has read its address. */
async function openLink(page: Page, link: string) {
  await page.goto(link);
  await expect(page.getByRole("heading", { name: /^An? /, level: 1 })).toBeVisible();
}

async function begin(page: Page, link: string) {
  await openLink(page, link);
  await button(page, "Begin").click();
  await expect(heading(page, /^Question 1/)).toBeFocused();
}

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, element: Locator) {
  for (let presses = 0; presses < 40; presses++) {
    if (await element.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(element).toBeFocused();
}

/** Some answer to a question of any kind; where it is put in order, the order that is there. */
async function answerByKeys(page: Page) {
  const form = page.getByRole("main").locator("form");
  const lists = form.locator("select");
  const count = await lists.count();
  for (let index = 0; index < count; index++) {
    await tabTo(page, lists.nth(index));
    await page.keyboard.press("ArrowDown");
  }
  const field = form.locator("input:not([type=hidden])").first();
  if (count > 0 || (await field.count()) === 0) return;
  await tabTo(page, field);
  const type = await field.getAttribute("type");
  if (type === "text") await page.keyboard.type("1");
  else await page.keyboard.press("Space");
}
