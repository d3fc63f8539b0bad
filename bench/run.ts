/** `npm run bench`: builds the site, then measures it and the decoder against the bars the project holds. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { findBrowser } from "../tools/find-browser.ts";
import { startServer } from "../tools/site-server.ts";
import { decoding } from "./decoding.ts";
import { gzipBytes, pageScripts } from "./first-load.ts";
import { painting } from "./painting.ts";
import { type Measure, table } from "./report.ts";

const SCRIPT_BAR_KB = 95;

const directory = mkdtempSync(join(tmpdir(), "bench-"));
try {
  print(table("build", [build(directory)]));
  const scripts = [["index.html", "home"] as const, ...lessons(directory)].map(([file, name]) =>
    scriptOf(file, name),
  );
  print(
    table(
      "script of the first load, gzip",
      scripts.map(({ first }) => first),
    ),
  );
  print(
    table(
      "script that loads near the view or on demand, gzip",
      scripts.map(({ later }) => later),
    ),
  );
  print(table("in a browser, as a phone on a slow network", await inBrowser(directory)));
  print(table("decoding, against splitting the same text", decoding()));
} finally {
  rmSync(directory, { recursive: true });
}

function build(outDir: string): Measure {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["node_modules/vite/bin/vite.js", "build", "--app", "--logLevel", "warn"],
    { env: { ...process.env, OUT_DIR: outDir, BASE_PATH: "/" }, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`);
  return { what: "npm run build", value: (performance.now() - start) / 1000, unit: "s", digits: 1 };
}

/** Each lesson's file and a name for it. */
function lessons(site: string): (readonly [file: string, name: string])[] {
  return readdirSync(join(site, "course"), { recursive: true, encoding: "utf8" })
    .map((file) => file.split(sep).join("/"))
    .filter((file) => /\/.+\/index\.html$/.test(`/${file}`))
    .sort()
    .map((file) => [`course/${file}`, `lesson ${file.replace("/index.html", "")}`]);
}

function scriptOf(file: string, what: string): { first: Measure; later: Measure } {
  const read = (name: string) => readFileSync(join(directory, name), "utf8");
  const { first, later } = pageScripts(read(file), read);
  const kilobytes = (files: readonly string[]) => gzipBytes(directory, files) / 1000;
  return {
    first: { what, value: kilobytes(first), unit: "kB", digits: 1, bar: SCRIPT_BAR_KB },
    later: { what, value: kilobytes(later), unit: "kB", digits: 1 },
  };
}

async function inBrowser(site: string): Promise<Measure[]> {
  const found = findBrowser();
  if (found.kind === "none") throw new Error(found.advice);
  const server = await startServer({ directory: site, base: "/", port: 0 });
  const lesson = lessons(site)[0];
  const pages = [
    { name: "home", address: server.address },
    ...(lesson === undefined
      ? []
      : [{ name: lesson[1], address: server.address + lesson[0].replace("/index.html", "") }]),
  ];
  const measures = await painting(pages, found.path);
  await server.close();
  return measures;
}

function print(text: string) {
  console.log(`\n${text}`);
}
