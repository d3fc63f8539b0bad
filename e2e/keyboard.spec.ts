import type { Page } from "@playwright/test";
import { expect, open, test } from "./journey.ts";

test("the first Tab offers to skip to the content, and Enter goes there", async ({ page }) => {
  await open(page, "/about");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

for (const address of ["/", "/ports/443", "/netstat", "/handshake", "/course"])
  test(`Tab reaches every control of ${address} in reading order, and each shows its focus`, async ({
    page,
  }) => {
    await open(page, address);
    // What loads later may bring further controls.
    await page.waitForLoadState("networkidle");
    const expected = await page.evaluate(() => {
      const shown = [
        ...document.querySelectorAll<HTMLElement>(
          "a[href], button, input, select, textarea, summary, [tabindex]",
        ),
      ];
      const reachable = shown.filter(
        (element) =>
          element.tabIndex >= 0 && element.checkVisibility() && !element.matches(":disabled"),
      );
      reachable.forEach((element, index) => (element.dataset["stop"] = String(index)));
      return reachable.map((_, index) => String(index));
    });
    expect(expected.length).toBeGreaterThan(5);
    const reached: string[] = [];
    for (let step = 0; step < expected.length; step++) {
      await page.keyboard.press("Tab");
      const focus = await focused(page);
      expect(focus.isVisible, `focus shows on ${focus.html}`).toBe(true);
      reached.push(focus.stop);
    }
    expect(reached).toEqual(expected);
  });

test("after following a link, the new page's heading has the focus", async ({ page }) => {
  await open(page, "/about");
  await page.getByRole("link", { name: "Course", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/course$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

/** A focus is visible by an outline, a ring, in a drawing by a frame, or, for the skip link, by coming into view. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | SVGElement;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const hasOutline = outlineStyle !== "none" && outlineWidth !== "0px";
    const frame = element instanceof SVGElement ? element.querySelector("rect") : null;
    const hasFrame = frame !== null && getComputedStyle(frame).stroke !== "none";
    return {
      stop: element.dataset["stop"] ?? "none",
      html: element.outerHTML.slice(0, 120),
      isVisible: hasOutline || hasFrame || boxShadow !== "none",
    };
  });
}
