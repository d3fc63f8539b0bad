import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type SiteServer, startServer } from "../tools/site-server.ts";
import { addressOf, readPages } from "./built-site.ts";
import { expect, open, test } from "./journey.ts";
import { amissBetween, amissWithin } from "./site-checks.ts";

const BASE = "/guides/ports/";
const SITE_URL = "https://ports.example";

test.describe("a build for a folder of a host", () => {
  test.describe.configure({ mode: "default" });
  let directory: string;
  let server: SiteServer;

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    directory = await mkdtemp(join(tmpdir(), "site-"));
    const build = ["node_modules/vite/bin/vite.js", "build", "--app", "--logLevel", "warn"];
    await promisify(execFile)(process.execPath, build, {
      env: { ...process.env, BASE_PATH: BASE, SITE_URL, OUT_DIR: directory },
    });
    server = await startServer({ directory, base: BASE, port: 0 });
  });

  test.afterAll(async () => {
    await server.close();
    await rm(directory, { recursive: true });
  });

  test("leads from home through the course to a lesson, and a reload stays there", async ({
    page,
  }) => {
    await open(page, server.address);
    await page.getByRole("link", { name: "Course", exact: true }).click();
    await page.getByRole("main").getByRole("link", { name: "Start with" }).click();
    await expect(page.getByRole("navigation", { name: "Lessons" })).toBeVisible();
    expect(new URL(page.url()).pathname).toContain(`${BASE}course/`);
    const title = await page.getByRole("heading", { level: 1 }).innerText();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  });

  test("answers a port without a page of its own", async ({ page }) => {
    const response = await open(page, `${server.address}ports/12345`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("main")).toContainText("12345");
    await expect(page).toHaveTitle(/12345/);
  });

  test("has pages that load and link below the folder, each with its canonical address", async ({
    page,
  }) => {
    const pages = await readPages(page, directory);
    expect(pages.flatMap(amissWithin)).toEqual([]);
    expect(amissBetween(pages, { directory, base: BASE })).toEqual([]);
    const listed = pages.filter(({ file }) => file !== "404.html");
    const addresses = listed.map(({ file }) => canonical(file));
    expect(listed.map(({ canonicals }) => canonicals)).toEqual(addresses.map((each) => [each]));

    const sitemap = await readFile(join(directory, "sitemap.xml"), "utf8");
    const inSitemap = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
    expect(inSitemap.toSorted()).toEqual(addresses.toSorted());
  });
});

/** Without a slash at the end, but for the home page. */
function canonical(file: string): string {
  const path = addressOf(file);
  return SITE_URL + BASE.slice(0, -1) + (path === "/" ? path : path.replace(/\/$/, ""));
}
