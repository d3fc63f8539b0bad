/** Runs a command with CHROMIUM_PATH set to a browser that works: `tsx tools/with-browser.ts playwright test`. */
import { spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./find-browser.ts";

const [command, ...parameters] = process.argv.slice(2);
if (command === undefined)
  leave("Which command? Such as: tsx tools/with-browser.ts playwright test");

const found = findBrowser();
if (found.kind === "none") leave(found.advice);

const child = spawn(command, parameters, {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, CHROMIUM_PATH: found.path, HOME: writableHome() },
});
child.on("error", (error) => leave(`${command} could not be started: ${error.message}`));
child.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));

/** Chromium does not start without a home directory it can write to. */
function writableHome(): string {
  const home = process.env["HOME"] ?? "";
  try {
    accessSync(home, constants.W_OK);
    return home;
  } catch {
    return mkdtempSync(join(tmpdir(), "home-"));
  }
}

function leave(message: string): never {
  console.error(message);
  process.exit(1);
}
