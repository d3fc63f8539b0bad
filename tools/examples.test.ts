/** Every example of the lessons, run for real: it prints what the lesson shows. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { platform, release } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { networkLack } from "./own-network.ts";
import { EXAMPLES, lackOf, readRun, toolsOf, transcriptOf, withoutVarying } from "./run-example.ts";
import { testWithTool } from "./test-with-tool.ts";

const FOLDERS = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const isWhole = (name: string) =>
  ["run.json", "output.txt"].every((file) => existsSync(join(EXAMPLES, name, file)));
const NAMES = FOLDERS.filter(isWhole);

test("every example says how it is run and what it prints", () => {
  expect(FOLDERS.length).toBeGreaterThan(0);
  expect(FOLDERS.filter((name) => !isWhole(name))).toEqual([]);
});

describe.each(NAMES)("example %s", (name) => {
  const run = readRun(name);
  const shown = readFileSync(join(EXAMPLES, name, "output.txt"), "utf8");

  const isAsRoot = process.getuid?.() === 0 || networkLack([]) === null;
  const lack =
    run.needsRoot === true && !isAsRoot
      ? "the tests do not run as root"
      : run.needsLinux !== undefined && !isLinuxSince(run.needsLinux)
        ? `this is not Linux ${run.needsLinux} or later`
        : lackOf(name, run);
  testWithTool(
    firstMissing(toolsOf(run)),
    "prints what its output.txt holds",
    async () => {
      const printed = await transcriptOf(name);
      expect(withoutVarying(printed, run.varies)).toBe(withoutVarying(shown, run.varies));
    },
    lack,
  );

  test("what varies from run to run are numbers that its output has", () => {
    for (const pattern of Object.values(run.varies)) {
      const numbers = [...shown.matchAll(new RegExp(pattern, "gm"))].map(([number]) => number);
      expect(numbers).not.toEqual([]);
      for (const number of numbers) expect(number).toMatch(/^\d+$/);
    }
  });
});

test("no two examples listen on one port", () => {
  const shared = NAMES.filter((name) => {
    const { network, notRun } = readRun(name);
    return network === undefined && notRun === undefined;
  });
  const ports = shared.flatMap((name) => {
    const files = readdirSync(join(EXAMPLES, name)).filter((file) => file !== "output.txt");
    const text = files.map((file) => readFileSync(join(EXAMPLES, name, file), "utf8")).join("\n");
    return [...new Set(text.match(/\b5\d{3}\b/g))];
  });
  expect(ports.filter((port, index) => ports.indexOf(port) !== index)).toEqual([]);
});

test("the same number keeps one name, and another number gets another", () => {
  const text = "port 40001\nport 40002\nport 40001\n";
  expect(withoutVarying(text, { port: String.raw`(?<=port )\d+` })).toBe(
    "port <port 1>\nport <port 2>\nport <port 1>\n",
  );
});

test("a kernel is as new as the version it is asked for, or not", () => {
  expect(isAtLeast("6.18.4-amd64", "6.3")).toBe(true);
  expect(isAtLeast("6.3.0", "6.3")).toBe(true);
  expect(isAtLeast("6.1.0-40-amd64", "6.3")).toBe(false);
  expect(isAtLeast("5.15.0", "6.3")).toBe(false);
  expect(isAtLeast("7.0.1", "6.3")).toBe(true);
});

function isLinuxSince(version: string): boolean {
  return platform() === "linux" && isAtLeast(release(), version);
}

function isAtLeast(release: string, version: string): boolean {
  const [major = 0, minor = 0] = release.split(".").map((part) => Number.parseInt(part, 10));
  const [wantedMajor = 0, wantedMinor = 0] = version.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** The first of these programs that the machine lacks; the first of all where it has every one. */
function firstMissing(tools: readonly string[]): string {
  const missing = tools.find((tool) => {
    try {
      execFileSync("sh", ["-c", 'command -v "$1"', "sh", tool], { stdio: "ignore" });
      return false;
    } catch {
      return true;
    }
  });
  return missing ?? tools[0] ?? "sh";
}
