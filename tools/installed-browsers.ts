/** Where a browser of the Chromium family may stand on this machine, best first. Pure. */
import { posix, win32 } from "node:path";

const COMMANDS = [
  // Debian's Chromium without windows: the same pages with little more than half the processor's work.
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const MAC_APPLICATIONS = ["Google Chrome", "Chromium", "Microsoft Edge"];

const WINDOWS_PROGRAMS = [
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Chromium", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
];

/** Absolute paths to try; none of them need exist. `env` is the machine's environment. */
export function browserPaths(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string[] {
  if (platform === "win32")
    return [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]]
      .filter((root) => root !== undefined)
      .flatMap((root) => WINDOWS_PROGRAMS.map((parts) => win32.join(root, ...parts)));

  const directories = (env["PATH"] ?? "").split(":").filter((directory) => directory !== "");
  const commands = COMMANDS.flatMap((name) =>
    directories.map((directory) => posix.join(directory, name)),
  );
  if (platform !== "darwin") return commands;
  const homes = [
    "/Applications",
    ...(env["HOME"] === undefined ? [] : [`${env["HOME"]}/Applications`]),
  ];
  const applications = homes.flatMap((home) =>
    MAC_APPLICATIONS.map((name) => `${home}/${name}.app/Contents/MacOS/${name}`),
  );
  return [...applications, ...commands];
}
