import type { Locator, Page } from "@playwright/test";
import { BUILT_SITE, lessonsOf } from "./built-site.ts";
import { expect, open, ready, test } from "./journey.ts";

const LESSONS = lessonsOf(BUILT_SITE);

test("the course can be walked from its first lesson to its last and back", async ({ page }) => {
  test.slow();
  await open(page, "/course");
  await page.getByRole("link", { name: /^Start with/ }).click();
  const seen: string[] = [];
  for (;;) {
    await expect(page.getByRole("navigation", { name: "Lessons" })).toBeVisible();
    seen.push(new URL(page.url()).pathname);
    const next = page.getByRole("link", { name: /^Next lesson/ });
    if ((await next.count()) === 0) break;
    const title = await page.getByRole("heading", { level: 1 }).innerText();
    await next.click();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(title);
  }
  expect(seen.toSorted()).toEqual(LESSONS.toSorted());
  await page.getByRole("link", { name: /^Previous lesson/ }).click();
  await expect(page).toHaveURL(new RegExp(`${seen.at(-2)}$`));
});

test(
  "a prediction is committed to, then every choice is explained",
  { tag: "@phone" },
  async ({ page }) => {
    await open(page, LESSONS.find((address) => address.includes("what-is-a-port")) ?? "");
    const card = questions(page).first();
    const choices = card.getByRole("radio");
    const count = await choices.count();
    await ready(choices.first());

    await card.getByRole("button", { name: "Commit to a guess" }).click();
    await expect(card.getByRole("status")).not.toBeEmpty();
    await expect(reasons(page)).toHaveCount(0);

    await choices.first().check();
    await card.getByRole("button", { name: "Commit to a guess" }).click();
    await expect(reasons(page)).toHaveCount(1);
    await expect(reasons(page).getByRole("listitem")).toHaveCount(count);
    await expect(card.getByRole("status").locator(":focus")).toHaveCount(1);

    await page.getByRole("button", { name: "Try again" }).click();
    await expect(choices.first()).not.toBeChecked();
    await expect(reasons(page)).toHaveCount(0);
  },
);

test("a question is answered with the keyboard alone", async ({ page }) => {
  await open(page, LESSONS.find((address) => address.includes("what-is-a-port")) ?? "");
  const choice = questions(page).first().getByRole("radio").first();
  await ready(choice);
  await choice.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(reasons(page)).toHaveCount(1);
});

test("not being sure is an answer, and shows the reasons", async ({ page }) => {
  await open(page, LESSONS.find((address) => address.includes("what-is-a-port")) ?? "");
  const last = questions(page).last();
  await ready(last.getByRole("button").first());
  await last.getByRole("button", { name: "I'm not sure" }).click();
  await expect(reasons(page)).toHaveCount(1);
});

function questions(page: Page): Locator {
  return page
    .getByRole("article")
    .locator("form")
    .filter({ has: page.getByRole("group").or(page.getByRole("radiogroup")) });
}

function reasons(page: Page): Locator {
  return page.getByRole("list", { name: "Reasons" });
}
