/** `npm run bench`: builds the site, then measures it and the decoder against the bars the project holds. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { BROWSER_FLAGS } from "../tools/browser-flags.ts";
import { findBrowser } from "../tools/find-browser.ts";
import { startServer } from "../tools/site-server.ts";
import { beside, decoding, explaining } from "./decoding.ts";
import { firstScripts, gzipBytes } from "./first-load.ts";
import { handling } from "./handling.ts";
import { scrubbing } from "./handshake.ts";
import { longListing } from "./long-listing.ts";
import { painting } from "./painting.ts";
import { scriptsOfReading } from "./reading.ts";
import { type Measure, table } from "./report.ts";
import { simulating } from "./simulating.ts";
import { unfolding } from "./unfolding.ts";

const SCRIPT_BAR_KB = 95;

interface MeasuredPage {
  readonly name: string;
  /** Below the site, without a slash at either end. */
  readonly path: string;
}

const HANDSHAKE: MeasuredPage = { name: "the handshake", path: "handshake" };

const found = findBrowser();
if (found.kind === "none") {
  console.error(found.advice);
  process.exit(1);
}
const site = mkdtempSync(join(tmpdir(), "bench-"));
try {
  print(table("build", [build()]));
  const pages = [{ name: "home", path: "" }, ...lessons(), HANDSHAKE];
  print(table("script of the first load, gzip", pages.map(firstLoad)));
  await inBrowser(found.path, pages);
  print(table("decoding, against splitting the same text", decoding()));
  print(table("beside other readers, against the same split", beside()));
  print(table("explaining every row, apart", explaining()));
  print(table("simulated hosts", simulating()));
  print(table("runs for the page", unfolding()));
} finally {
  rmSync(site, { recursive: true });
}

function build(): Measure {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["node_modules/vite/bin/vite.js", "build", "--app", "--logLevel", "warn"],
    { env: { ...process.env, OUT_DIR: site, BASE_PATH: "/" }, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`);
  return { what: "npm run build", value: (performance.now() - start) / 1000, unit: "s", digits: 1 };
}

function lessons(): MeasuredPage[] {
  return readdirSync(join(site, "course"), { recursive: true, encoding: "utf8" })
    .map((file) => file.split(sep).join("/"))
    .filter((file) => /^[^/]+\/(?!test\/|cheat-sheet\/)[^/]+\/index\.html$/.test(file))
    .map((file) => file.replace("/index.html", ""))
    .sort()
    .map((lesson) => ({ name: `lesson ${lesson}`, path: `course/${lesson}` }));
}

function firstLoad(page: MeasuredPage): Measure {
  const kilobytes = gzipBytes(site, firstScriptsOf(page)) / 1000;
  return { what: page.name, value: kilobytes, unit: "kB", digits: 1, bar: SCRIPT_BAR_KB };
}

function firstScriptsOf({ path }: MeasuredPage): string[] {
  const read = (file: string) => readFileSync(join(site, file), "utf8");
  return firstScripts(read(join(path, "index.html")), read);
}

async function inBrowser(executablePath: string, pages: readonly MeasuredPage[]) {
  const server = await startServer({ directory: site, base: "/", port: 0 });
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
  const near: Measure[] = [];
  for (const page of pages) near.push(await laterLoad(browser, server.address, page));
  print(table("script that loads as it nears the view, gzip", near));

  const seen = pages
    .slice(0, 2)
    .map(({ name, path }) => ({ name, address: server.address + path }));
  print(table("as a phone on a slow network", await painting(browser, seen)));
  const long = await longListing(browser, server.address);
  print(table("a million rows on the page", long));
  const quick = await scrubbing(browser, server.address);
  print(table("drawing time along 242 moments, a processor four times slower", quick));
  const handled = await handling(browser, server.address);
  print(table("the handshake, a processor four times slower", handled));
  await browser.close();
  await server.close();
}

async function laterLoad(browser: Browser, address: string, page: MeasuredPage): Promise<Measure> {
  const first = firstScriptsOf(page);
  const all = await scriptsOfReading(browser, address, page.path);
  const later = all.filter((file) => !first.includes(file));
  return { what: page.name, value: gzipBytes(site, later) / 1000, unit: "kB", digits: 1 };
}

function print(text: string) {
  console.log(`\n${text}`);
}
