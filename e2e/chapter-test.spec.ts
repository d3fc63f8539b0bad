import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { BUILT_SITE, filesOf } from "./built-site.ts";
import { expect, open, test } from "./journey.ts";

const question = (page: Page) => page.getByRole("heading", { name: /^Question \d+ of \d+$/ });

test("a chapter's test is taken by keyboard alone, and the map tells what it found", async ({
  page,
}) => {
  await open(page, "/course/ports/test");
  await page.getByRole("button", { name: "Begin the test" }).focus();
  await page.keyboard.press("Enter");
  await expect(question(page)).toBeFocused();
  const total = Number((await question(page).innerText()).split(" ").at(-1));
  expect(total).toBeGreaterThanOrEqual(6);

  // Nothing chosen is no answer.
  await tabTo(page, "Answer");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("status")).not.toBeEmpty();

  for (let number = 1; number <= total; number++) {
    await expect(question(page)).toHaveText(`Question ${number} of ${total}`);
    await expect(page.getByRole("list", { name: "Reasons" })).toHaveCount(0);
    if (number > 1) await expect(question(page)).toBeFocused();
    await tabTo(page, "I'm not sure");
    await page.keyboard.press("Enter");
  }
  const result = page.getByRole("heading", { name: "There is something new for you" });
  await expect(result).toBeFocused();
  await expect(page.getByText("0 of 2 right: worth reading")).toHaveCount(6);
  await page
    .getByText(/^Not sure:/)
    .first()
    .click();
  await expect(page.getByRole("list", { name: "Reasons" }).first()).toBeVisible();
});

test("a press that is too early for the script is answered when it comes @phone", async ({
  page,
}) => {
  let letItCome = () => {};
  const comes = new Promise<void>((resolve) => (letItCome = resolve));
  await page.route("**/assets/chapter-test-*.js", async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes("Begin the test")) await comes;
    await route.fulfill({ response });
  });
  await open(page, "/course/ports/test");
  await page.getByRole("button", { name: "Begin the test" }).click();
  await expect(question(page)).toHaveCount(0);
  letItCome();
  await expect(question(page)).toHaveText(/^Question 1 of/);
});

test("lessons whose answers were all right are known, on the map and in what to go on with", async ({
  page,
}) => {
  await open(page, "/course/ports/test");
  await page.getByRole("button", { name: "Begin the test" }).click();
  await expect(question(page)).toBeVisible();
  const right = await rightAnswers(page, "ports");
  const total = Number((await question(page).innerText()).split(" ").at(-1));
  for (let number = 1; number <= total; number++) {
    await expect(question(page)).toHaveText(`Question ${number} of ${total}`);
    await answerRight(page, right);
  }
  await expect(page.getByRole("heading", { name: "You know all 6 lessons." })).toBeFocused();
  await page.getByRole("main").getByRole("link", { name: "To the course" }).click();
  await expect(page.getByText("All 6 lessons done")).toBeVisible();
  await expect(page.getByRole("main").getByText("Known", { exact: true })).toHaveCount(6);
  await expect(page.getByRole("main").getByRole("link", { name: /^Go on with/ })).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("a chapter's test says what it covers and where to read it", async ({ page }) => {
    await page.goto("/course/ports/test");
    await expect(page.getByRole("button", { name: "Begin the test" })).toBeHidden();
    await expect(page.getByText("The test needs script.")).toBeVisible();
    const covered = page.getByRole("region", { name: "What it covers" });
    await expect(covered.getByRole("link")).toHaveCount(6);
  });
});

/** Presses Tab until the button has the focus. */
async function tabTo(page: Page, name: string) {
  const button = page.getByRole("button", { name, exact: true });
  for (let presses = 0; presses < 12; presses++) {
    if (await button.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(button).toBeFocused();
}

async function answerRight(page: Page, right: ReadonlyMap<string, readonly string[]>) {
  const main = page.getByRole("main");
  const prompt = (await main.locator("legend").textContent()) ?? "";
  const texts = right.get(prompt) ?? [];
  expect(texts, prompt).not.toEqual([]);
  const field = main.getByRole("textbox");
  if ((await field.count()) > 0) await field.fill(texts[0] ?? "");
  for (const choice of await main.locator("label:has(input:not([type=text]))").all())
    if (texts.includes((await choice.textContent()) ?? "")) await choice.click();
  await main.getByRole("button", { name: "Answer" }).click();
}

/** By prompt, from the chapter's lessons: each holds its answers for who reads without script. */
async function rightAnswers(page: Page, chapter: string) {
  const lessons = filesOf(BUILT_SITE)
    .filter((file) => file.startsWith(`course/${chapter}/`))
    .map((file) => readFileSync(join(BUILT_SITE, file), "utf8"));
  const found = await page.evaluate(
    (lessons) =>
      lessons.flatMap((html) => {
        const page = new DOMParser().parseFromString(html, "text/html");
        return [...page.querySelectorAll("legend")].map((legend): [string, string[]] => {
          const reasons = legend.closest("form")?.parentElement?.querySelectorAll("noscript li");
          const texts = [...(reasons ?? [])].map((reason) =>
            [...reason.querySelectorAll("p")].map((line) => line.textContent),
          );
          const right = texts.filter(([mark]) => mark === "Right").map(([, text = ""]) => text);
          return [legend.textContent, right];
        });
      }),
    lessons,
  );
  return new Map(found);
}
