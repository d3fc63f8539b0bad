import { execFileSync } from "node:child_process";
import { test } from "vitest";

/**
 * A test that needs a program of the system. Where the program is missing the test says that it was
 * not run, and under CI, which installs what tests need, it fails.
 */
export function testWithTool(tool: string, title: string, run: () => Promise<void>) {
  const missing = !isInstalled(tool);
  const inCi = process.env["CI"] !== undefined;
  test.skipIf(missing && !inCi)(
    missing ? `${title} (not run: ${tool} is not installed)` : title,
    async () => {
      if (missing) throw new Error(`${tool} is not installed.`);
      await run();
    },
  );
}

function isInstalled(tool: string): boolean {
  try {
    execFileSync("sh", ["-c", 'command -v "$1"', "sh", tool], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
