import { BUILT_SITE, lessonsOf } from "./built-site.ts";
import { expect, open, test } from "./journey.ts";

const LESSONS = lessonsOf(BUILT_SITE);

test("an address that leads nowhere says so, with ways on", async ({ page }) => {
  const response = await open(page, "/no-such-page");
  expect(response?.status()).toBe(404);
  await expect(page).toHaveTitle(/not found/i);
  await page.getByRole("main").getByRole("link", { name: "The course" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The course");
});

test("an address with a slash at its end reaches the same page", async ({ page }) => {
  await open(page, "/course/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The course");
});

test("who goes back before the script is there gets the page that the address names", async ({
  page,
}) => {
  await open(page, "/course");
  await page.getByRole("link", { name: "Ports", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("The course");
  let letThemCome = () => {};
  const come = new Promise<void>((resolve) => (letThemCome = resolve));
  await page.route("**/assets/*.js", async (route) => {
    await come;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("The course");
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(/\/course$/);
  letThemCome();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The course");
});

test.describe("where storage is blocked", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("Access is denied.", "SecurityError");
        },
      });
    });
  });

  test("every kind of page works, and the theme can be chosen", async ({ page }) => {
    for (const address of [
      "/",
      "/course",
      "/ports/443",
      "/netstat",
      "/handshake",
      ...LESSONS.slice(0, 1),
    ])
      await open(page, address);
    await page.getByLabel("Theme").selectOption("Dark");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("every lesson opens with a prediction, has three questions or more, and can be read to its end", async ({
    page,
  }) => {
    test.slow();
    for (const address of LESSONS) {
      await page.goto(address);
      const article = page.getByRole("article");
      await expect(article.getByRole("heading", { level: 1 }), address).toBeVisible();
      expect(await page.getByText("Predict first").count(), address).toBe(1);
      expect(await page.getByText("Check yourself").count(), address).toBeGreaterThanOrEqual(3);
      const sources = article.getByRole("heading", { name: "Sources" });
      await sources.scrollIntoViewIfNeeded();
      await expect(sources, address).toBeVisible();
      expect((await article.innerText()).split(/\s+/).length, address).toBeGreaterThan(300);
      await expect(page.getByText("Loading…"), address).toHaveCount(0);
    }
  });

  test("home shows what it is and leads to the course", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.getByRole("link", { name: "Course", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The course");
  });

  test("a port's page tells about the port", async ({ page }) => {
    await page.goto("/ports/443");
    await expect(page.getByRole("main")).toContainText(/https/i);
    await expect(page.getByRole("main")).toContainText("System");
  });
});

test.describe("with reduced motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("nothing on any kind of page moves by itself", async ({ page }) => {
    for (const address of ["/", "/ports/443", "/netstat", "/handshake", ...LESSONS]) {
      await open(page, address);
      const moving = await page.evaluate(() =>
        document.getAnimations().map((animation) => animation.effect?.getComputedTiming().duration),
      );
      expect(moving, address).toEqual([]);
    }
  });
});
