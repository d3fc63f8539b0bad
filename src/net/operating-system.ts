/** The operating systems whose treatment of ports the course compares, each at its defaults. */
export const OPERATING_SYSTEMS = ["linux", "windows", "macos", "freebsd"] as const;

export type OperatingSystem = (typeof OPERATING_SYSTEMS)[number];

export const OPERATING_SYSTEM_NAMES: Readonly<Record<OperatingSystem, string>> = {
  linux: "Linux",
  windows: "Windows",
  macos: "macOS",
  freebsd: "FreeBSD",
};
