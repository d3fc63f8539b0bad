/**
 * Finds a browser of the Chromium family for the journeys and the benchmark: the one CHROMIUM_PATH
 * names, Playwright's own, an installed one; failing that, installs one.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { browserPaths } from "./installed-browsers.ts";

const INSTALL_LIMIT_MS = 4 * 60_000;

const ADVICE = `No browser was found, and none could be installed.
Do one of these, then run the command again:
  npx playwright install --with-deps chromium    (Playwright's own)
  apt-get install chromium                       (Debian, Ubuntu, as root)
  CHROMIUM_PATH=/path/to/chrome npm test         (one you have)`;

type Found =
  | { readonly kind: "browser"; readonly path: string }
  /** `advice` says what a person can do. */
  | { readonly kind: "none"; readonly advice: string };

/** May take minutes where it has to install a browser; says so on the console. */
export function findBrowser(): Found {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "")
    return runs(named)
      ? { kind: "browser", path: named }
      : { kind: "none", advice: `CHROMIUM_PATH is ${named}, but no browser runs there.` };

  const path = present() ?? installed();
  return path === undefined ? { kind: "none", advice: ADVICE } : { kind: "browser", path };
}

function present(): string | undefined {
  const paths = [playwrightsOwn(), ...browserPaths(process.platform, process.env)];
  return paths.find((path) => path !== undefined && runs(path));
}

function installed(): string | undefined {
  const isRoot = process.getuid?.() === 0;
  console.log("No browser is at hand: installing Playwright's own. This can take some minutes.");
  const dependencies = isRoot && process.platform === "linux" ? ["--with-deps"] : [];
  attempt("npx", ["playwright", "install", ...dependencies, "chromium"]);
  const own = present();
  if (own !== undefined || !isRoot || !existsSync("/usr/bin/apt-get")) return own;

  console.log("That did not work: installing the system's Chromium.");
  attempt("apt-get", ["update"]);
  attempt("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
  return present();
}

/** Where Playwright keeps its own browser; undefined where it finds no home directory to look in. */
function playwrightsOwn(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/**
 * Whether a browser answers at `path`. A file alone is no proof: libraries may be missing, and some
 * systems put a script there that only advises. On Windows asking would open a window.
 */
function runs(path: string): boolean {
  if (!existsSync(path)) return false;
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

function attempt(command: string, parameters: string[]) {
  spawnSync(command, parameters, {
    stdio: "inherit",
    timeout: INSTALL_LIMIT_MS,
    shell: process.platform === "win32",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}
