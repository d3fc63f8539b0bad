/**
 * Which tools cut an address together with its port to the width of their column, and how each of them
 * prints it whole. Sources: netstat(8) of net-tools, netstat(1) and sockstat(1) of FreeBSD, netstat(1) of macOS.
 */
import type { DialectId } from "./listing.ts";

/** They cut ports too: the address and its port share a column. */
export const CUTS_COLUMNS: ReadonlySet<DialectId> = new Set([
  "macos-netstat",
  "freebsd-netstat",
  "openbsd-netstat",
  "aix-netstat",
  "hpux-netstat",
]);

/** One sentence: how to see the address whole. */
export function howToSeeWhole(dialect: DialectId): string {
  switch (dialect) {
    case "macos-netstat":
    case "freebsd-netstat":
    case "busybox":
      return "netstat -W prints it whole.";
    case "sockstat":
      return "sockstat -w prints it whole.";
    case "powershell":
      return "A wider window, or | Format-List behind the command, shows it whole.";
    case "openbsd-netstat":
    case "aix-netstat":
    case "hpux-netstat":
      return "With -n the tool prints numbers, which are shorter.";
    default:
      return "netstat -W or ss prints it whole.";
  }
}
