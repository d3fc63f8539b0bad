/**
 * netstat of HP-UX, as `netstat -an` prints: a protocol without its version, so that only an address in
 * numbers tells IPv4 from IPv6. No zones, no programs. Other systems' old tools print just so, and the
 * rows do not tell which of them did.
 * Source: HP, netstat(1), and real output.
 */
import type { SocketEntry } from "#net/socket-entry";
import { type BsdStyle, headingText, projected, rowText } from "./bsd-print.ts";

const STYLE: BsdStyle = {
  version: "never",
  hasDual: false,
  first: null,
  protocolWidth: 5,
  gap: "  ",
  isPadded: false,
  keepsZone: false,
  cutService: 0,
};

export function projectHpux(socket: SocketEntry): readonly SocketEntry[] {
  const row = projected(socket, STYLE);
  return row === null ? [] : [row];
}

export function printHpux(entries: readonly SocketEntry[]): string {
  const lines = entries.flatMap(projectHpux).map((row) => rowText(row, STYLE));
  return `${[headingText(STYLE, "(state)"), ...lines].join("\n")}\n`;
}
