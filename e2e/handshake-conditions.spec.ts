import type { Page } from "@playwright/test";
import { expect, open, overflow, ready, test } from "./journey.ts";
import {
  arrow,
  choose,
  goTo,
  hand,
  handshake,
  isAt,
  lane,
  openHandshake,
  slider,
  step,
} from "./handshake-page.ts";

test(
  "tabs reach every lane, and the page is never scrolled sideways",
  { tag: "@phone" },
  async ({ page }) => {
    test.skip((page.viewportSize()?.width ?? 0) > 500, "tabs are for narrow pages");
    await openHandshake(page);
    await goTo(page, 12);
    const tabs = handshake(page).getByRole("tablist", { name: "Beside the ladder" });
    for (const name of ["Programs", "Descriptors", "Sockets", "Netstat"] as const) {
      await tabs.getByRole("tab", { name }).tap();
      for (const host of ["A", "B"] as const) await expect(lane(page, name, host)).toBeVisible();
      await expect(
        handshake(page)
          .getByRole("group", { name: /^\w+ on A$/ })
          .filter({ visible: true })
          .first(),
      ).toBeVisible();
      expect(await overflow(page), name).toBe(0);
    }
    await tabs.getByRole("tab", { name: "Netstat" }).press("Home");
    await expect(tabs.getByRole("tab", { name: "Programs" })).toBeFocused();
    await step(page).tap();
    await isAt(page, 13);
  },
);

test("a moment chosen before the script is there is shown once it is", async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/assets/*.js", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto("/handshake", { waitUntil: "commit" });
  await goTo(page, 7);
  release();
  await ready(step(page));
  await isAt(page, 7);
  await step(page).click();
  await isAt(page, 8);
});

test("what is touched with a finger is large enough", { tag: "@phone" }, async ({ page }) => {
  await openHandshake(page);
  await goTo(page, 12);
  await choose(page, /^A sends PSH,ACK/);
  await hand(page).getByRole("button", { name: "Lose it" }).click();
  await handshake(page).getByRole("button", { name: "View" }).click();
  const small = await handshake(page).evaluate((widget) =>
    [...widget.querySelectorAll<HTMLElement>("button, input, select, summary, [role=tab]")].flatMap(
      (element) => {
        if (!element.checkVisibility()) return [];
        const { width, height } = element.getBoundingClientRect();
        return width < 23.5 || height < 23.5
          ? [`${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 100)}`]
          : [];
      },
    ),
  );
  // A checkbox has its label's room.
  expect(small.filter((each) => !each.includes('type="checkbox"'))).toEqual([]);
  expect(await overflow(page)).toBe(0);
});

test("a prediction is guessed on a phone too", { tag: "@phone" }, async ({ page }) => {
  await openHandshake(page);
  await handshake(page).getByLabel("Predict first").check();
  await goTo(page, 5);
  await handshake(page).getByRole("radio", { name: "A sends SYN to B" }).check();
  await handshake(page).getByRole("button", { name: "Guess" }).click();
  await handshake(page).getByRole("button", { name: "Show what happens" }).click();
  await isAt(page, 6);
  await expect(arrow(page, /^A sends SYN to B/)).toHaveCount(1);
  expect(await overflow(page)).toBe(0);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  for (const [address, words] of [
    ["/handshake", "FIN-WAIT-2 to TIME-WAIT"],
    ["/handshake/refused", "ECONNREFUSED"],
    ["/handshake/udp-lost", "is lost"],
  ] as const)
    test(`${address} holds its run in words`, async ({ page }) => {
      await page.goto(address);
      const run = page.locator("noscript").getByRole("list", { name: "The run in words" });
      await expect(
        run.or(page.getByRole("list", { name: "The run in words" }).last()),
      ).toContainText(words);
      await expect(page.getByRole("link", { name: /^Connection refused/ })).toBeVisible();
      await expect(page.getByText("Loading…")).toHaveCount(0);
    });
});

test.describe("the script of the handshake", () => {
  test("is not loaded by pages without it", async ({ page }) => {
    const loaded = scripts(page);
    for (const address of ["/about", "/course", "/ports/443"]) {
      await open(page, address);
      await page.waitForLoadState("networkidle");
    }
    expect(loaded.filter((each) => each.includes("handshake"))).toEqual([]);
  });

  test("comes in a lesson when it nears the view, and works there", async ({ page }) => {
    const loaded = scripts(page);
    await open(page, "/course/ports/ephemeral-ports");
    await page.waitForLoadState("networkidle");
    const before = loaded.length;
    const widget = page.getByRole("region", { name: /^Handshake: / });
    await widget.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await expect.poll(() => loaded.length).toBeGreaterThan(before);
    await page.waitForLoadState("networkidle");
    // The markup stands there before its script: a click that comes too early does nothing.
    await expect(async () => {
      await step(page).click();
      await expect(slider(page)).not.toHaveValue("0", { timeout: 1000 });
    }).toPass();
  });
});

test.describe("with reduced motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("a step moves nothing but what it shows", async ({ page }) => {
    await openHandshake(page);
    await goTo(page, 12);
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .map((each) => Number(each.effect?.getComputedTiming().duration))
        .filter((duration) => duration > 1),
    );
    expect(moving).toEqual([]);
  });
});

function scripts(page: Page): string[] {
  const loaded: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith(".js")) loaded.push(pathname);
  });
  return loaded;
}
