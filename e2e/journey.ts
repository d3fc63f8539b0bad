/** What every journey starts from: a browser in which any complaint, or any request elsewhere, fails the test. */
import {
  type BrowserContext,
  type Locator,
  type Page,
  test as base,
  expect,
} from "@playwright/test";

export { expect };

export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      listenFor(complaints, context);
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/** Errors and warnings of the page, policy violations among them; failed answers; requests to other hosts. */
function listenFor(complaints: string[], context: BrowserContext) {
  const home = new URL(process.env["SITE_ADDRESS"] ?? "");
  context.on("console", (message) => {
    // Failed loads are told apart below, by what was asked for.
    if (message.text().startsWith("Failed to load resource")) return;
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(`console ${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => complaints.push(`exception: ${error.error().message}`));
  context.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (hostname !== home.hostname || protocol !== home.protocol)
      complaints.push(`request to elsewhere: ${request.url()}`);
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // Leaving a page cancels what it was loading; what a policy blocks is a console error already.
    if (!["net::ERR_ABORTED", "csp"].includes(reason))
      complaints.push(`failed: ${request.url()} ${reason}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      complaints.push(`${response.status()}: ${response.url()}`);
  });
}

/** Opens an address and waits until its page answers to input. */
export async function open(page: Page, path: string) {
  const response = await page.goto(path);
  await ready(page.getByRole("heading", { level: 1 }));
  return response;
}

/**
 * Brings a prerendered element into view, since some parts load only there, and waits until React has
 * taken it over. People are slower than scripts, a test is not: what it types before would be lost.
 */
export async function ready(element: Locator) {
  await element.scrollIntoViewIfNeeded();
  await expect
    .poll(() =>
      element.evaluate((node) => Object.keys(node).some((key) => key.startsWith("__reactProps$"))),
    )
    .toBe(true);
}

/** Where an element stands in the document, in pixels from its top. */
export async function topOf(element: Locator): Promise<number> {
  return element.evaluate((node) => Math.round(node.getBoundingClientRect().top + window.scrollY));
}

/** Whether the page is wider than its window, so that it would have to be scrolled sideways. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
