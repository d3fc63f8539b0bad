/**
 * netstat of OpenBSD, as `netstat -anv` prints: a table for TCP and one for UDP, each with its title, and
 * no state in UDP's. Services' names are cut to eight characters (microsof), and it names no programs.
 * A socket there is of one version: tcp or tcp6.
 * Source: OpenBSD's netstat (usr.bin/netstat/inet.c), and real output.
 */
import type { SocketEntry } from "#net/socket-entry";
import { type BsdStyle, headingText, projected, rowText } from "./bsd-print.ts";

export const OPENBSD_SERVICE = 8;

const STYLE: BsdStyle = {
  version: "only-6",
  hasDual: false,
  first: null,
  protocolWidth: 7,
  gap: "  ",
  isPadded: false,
  keepsZone: true,
  cutService: OPENBSD_SERVICE,
};

export function projectOpenbsd(socket: SocketEntry): readonly SocketEntry[] {
  const row = projected(socket, STYLE);
  return row === null ? [] : [row];
}

/** In the table's own order: another table begins wherever the protocol changes. */
export function printOpenbsd(entries: readonly SocketEntry[]): string {
  const lines: string[] = [];
  let protocol = "";
  for (const row of entries.flatMap(projectOpenbsd)) {
    if (row.protocol !== protocol) {
      protocol = row.protocol;
      lines.push(headingText(STYLE, protocol === "tcp" ? "TCP-State" : ""));
    }
    lines.push(rowText(row, STYLE));
  }
  if (lines.length === 0) lines.push(headingText(STYLE, "TCP-State"));
  return `${lines.join("\n")}\n`;
}
