import type { Locator, Page } from "@playwright/test";
import { expect, open, ready, test } from "./journey.ts";

const LESSON = "/course/ports/three-ranges";
const LESSON_TITLE = "The three ranges";

const main = (page: Page): Locator => page.getByRole("main");
/** The lesson's row on the course map. */
const row = (page: Page): Locator =>
  main(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: new RegExp(`^(?:\\d )?${LESSON_TITLE}`) }) });
const goOn = (page: Page): Locator =>
  main(page).getByRole("link", { name: /^(?:Start|Go on) with/ });

/** The end of a lesson, taken over by its script. */
async function atItsEnd(page: Page): Promise<Locator> {
  const end = page.getByRole("region", { name: "Ports, lesson 3 of 6" });
  await ready(end.getByRole("button"));
  return end;
}

test("a lesson that was opened is begun, and what was begun is gone on with", async ({ page }) => {
  await open(page, "/course");
  await expect(goOn(page)).toHaveText("Start with “What a port is”");
  await expect(row(page)).toContainText("Not begun");
  await open(page, LESSON);
  await atItsEnd(page);
  for (const address of ["/", "/course"]) {
    await open(page, address);
    await expect(goOn(page)).toHaveText(`Go on with “${LESSON_TITLE}”`);
  }
  await expect(row(page)).toContainText("Begun");
  await goOn(page).click();
  await expect(page).toHaveURL(new RegExp(`${LESSON}$`));
});

test(
  "finishing is said by a button, survives a reload, and can be taken back",
  { tag: "@phone" },
  async ({ page }) => {
    await open(page, LESSON);
    let end = await atItsEnd(page);
    await end.getByRole("button", { name: "Mark as finished" }).click();
    await expect(end.getByRole("status")).toHaveText("You have finished this lesson.");
    await page.reload();
    end = await atItsEnd(page);
    await expect(end.getByRole("status")).toHaveText("You have finished this lesson.");
    await expect(end.getByRole("link", { name: /^The three ranges ?: Finished$/ })).toHaveAttribute(
      "aria-current",
      "page",
    );
    await open(page, "/course");
    await expect(row(page)).toContainText("Finished");
    await expect(page.getByText("1 of 6 lessons done, ")).toBeVisible();
    await open(page, LESSON);
    end = await atItsEnd(page);
    await end.getByRole("button", { name: "Mark as not finished" }).click();
    await expect(end.getByRole("button", { name: "Mark as finished" })).toBeVisible();
  },
);

test("a lesson finishes by itself once its end is reached and its checks are answered", async ({
  page,
}) => {
  await open(page, LESSON);
  const checks = page.locator("form", { has: page.getByRole("button", { name: "Check" }) });
  for (let left = await checks.count(); left > 0; left--) {
    const unsure = checks.first().getByRole("button", { name: "I'm not sure" });
    await ready(unsure);
    await unsure.click();
    await expect(checks).toHaveCount(left - 1);
  }
  const end = await atItsEnd(page);
  await expect(end.getByRole("status")).toHaveText("You have finished this lesson.");
});

test("two tabs tell each other, and forgetting in one is forgetting in both", async ({
  page,
  context,
}) => {
  await open(page, "/course");
  const other = await context.newPage();
  await open(other, LESSON);
  const end = await atItsEnd(other);
  await end.getByRole("button", { name: "Mark as finished" }).click();
  await expect(row(page)).toContainText("Finished");

  const forget = page.getByRole("button", { name: "Forget my progress" });
  await ready(forget);
  await forget.click();
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(row(page)).toContainText("Finished");
  await forget.click();
  await page.getByRole("dialog").getByRole("button", { name: "Forget all of it" }).click();
  await expect(page.getByText("All of it is forgotten.")).toBeVisible();
  await expect(row(page)).toContainText("Not begun");
  await expect(end.getByRole("button", { name: "Mark as finished" })).toBeVisible();
  await page.reload();
  await expect(row(page)).toContainText("Not begun");
});

test("where storage is blocked progress lasts as long as the page", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("Access is denied.", "SecurityError");
      },
    });
  });
  await open(page, LESSON);
  const end = await atItsEnd(page);
  await end.getByRole("button", { name: "Mark as finished" }).click();
  await expect(end.getByRole("status")).toHaveText("You have finished this lesson.");
  await page.getByRole("link", { name: "Course", exact: true }).first().click();
  await expect(row(page)).toContainText("Finished");
  await page.getByRole("contentinfo").scrollIntoViewIfNeeded();
  await expect(page.getByText("your progress lasts until you close this page")).toBeVisible();
});

test("for who comes back nothing moves while the progress comes in", async ({ page }) => {
  await open(page, LESSON);
  await (await atItsEnd(page)).getByRole("button", { name: "Mark as finished" }).click();
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as (PerformanceEntry & {
        sources: { node?: Node }[];
      })[])
        for (const { node } of sources)
          moved.push(node instanceof Element ? node.outerHTML.slice(0, 120) : "?");
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const width of [360, 1280])
    for (const address of ["/", "/course", "/course/ports/test"]) {
      await page.setViewportSize({ width, height: 800 });
      await open(page, address);
      await page.waitForLoadState("networkidle");
      const moved = await page.evaluate(() => (window as unknown as { moved: string[] }).moved);
      expect(moved, `${address} at ${width}`).toEqual([]);
    }
});
