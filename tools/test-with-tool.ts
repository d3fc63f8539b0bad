import { execFileSync } from "node:child_process";
import { test } from "vitest";

/**
 * A test that needs a program of the system. Where the program is missing the test says that it was
 * not run, and under CI, which installs what tests need, it fails. `lack` is what the machine lacks besides and nothing
 * can install, "this machine has no IPv6": for that the test is not run anywhere.
 */
export function testWithTool(
  tool: string,
  title: string,
  run: () => Promise<void>,
  lack: string | null = null,
) {
  const missing = !isInstalled(tool);
  const inCi = process.env["CI"] !== undefined;
  const why = lack ?? (missing ? `${tool} is not installed` : null);
  test.skipIf(lack !== null || (missing && !inCi))(
    why === null ? title : `${title} (not run: ${why})`,
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
