import { describe, expect, test } from "vitest";
import { browserPaths } from "./installed-browsers.ts";

describe("the places of a browser", () => {
  test("on Linux are the commands along PATH, Chromium before Chrome, first of all without windows", () => {
    const paths = browserPaths("linux", { PATH: "/usr/local/bin::/usr/bin" });
    expect(paths.slice(0, 4)).toEqual([
      "/usr/local/bin/chromium-headless-shell",
      "/usr/bin/chromium-headless-shell",
      "/usr/local/bin/chromium",
      "/usr/bin/chromium",
    ]);
    expect(paths.indexOf("/usr/bin/google-chrome")).toBeGreaterThan(3);
    expect(paths).not.toContain("/chromium");
  });

  test("on macOS are the applications, then the commands", () => {
    const paths = browserPaths("darwin", { HOME: "/Users/ada", PATH: "/opt/homebrew/bin" });
    expect(paths[0]).toBe("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    expect(paths).toContain("/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium");
    expect(paths.at(-1)).toBe("/opt/homebrew/bin/microsoft-edge-stable");
  });

  test("on Windows are the programs' folders", () => {
    expect(browserPaths("win32", { PROGRAMFILES: "C:\\Program Files", PATH: "C:\\bin" })).toEqual([
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
      "C:\\Program Files\\Chromium\\Application\\chrome.exe",
      "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
    ]);
  });

  test("are none where the environment names none", () => {
    expect(browserPaths("linux", {})).toEqual([]);
    expect(browserPaths("win32", {})).toEqual([]);
  });
});
