import { defineConfig } from "@playwright/test";
import { BROWSER_FLAGS } from "./tools/browser-flags.ts";

const executablePath = process.env["CHROMIUM_PATH"];

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  workers: 2,
  // What fails once and then passes is listed as flaky, and is to be looked into: it does not stop everything else.
  retries: 1,
  // A machine may be busy with other things: what comes late has come.
  expect: { timeout: 15_000 },
  forbidOnly: process.env["CI"] !== undefined,
  reporter: [["line"]],
  webServer: {
    command: "tsx tools/serve.ts",
    env: { PORT: "0" },
    // The server takes any free port; its address comes back as SITE_ADDRESS.
    wait: { stdout: /Ports of Call is at (?<site_address>\S+)/ },
    gracefulShutdown: { signal: "SIGTERM", timeout: 2000 },
  },
  use: {
    baseURL: process.env["SITE_ADDRESS"],
    launchOptions: {
      args: BROWSER_FLAGS,
      ...(executablePath === undefined ? {} : { executablePath }),
    },
    locale: "en-GB",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
    {
      name: "phone",
      grep: /@phone/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
});
