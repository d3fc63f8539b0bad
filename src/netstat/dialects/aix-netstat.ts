/**
 * netstat of AIX, as `netstat -Aan` prints: the address of the socket's protocol control block stands
 * first. Nobody but that system knows these, so every row has the same one. No zones, no programs.
 * Source: IBM, "netstat Command", and real output.
 */
import type { SocketEntry } from "#net/socket-entry";
import { type BsdStyle, headingText, projected, rowText } from "./bsd-print.ts";

const STYLE: BsdStyle = {
  version: "always",
  hasDual: false,
  first: { heading: "PCB/ADDR".padEnd(16), row: "f1000e0000000000" },
  protocolWidth: 5,
  gap: "  ",
  isPadded: false,
  keepsZone: false,
  cutService: 0,
};

export function projectAix(socket: SocketEntry): readonly SocketEntry[] {
  const row = projected(socket, STYLE);
  return row === null ? [] : [row];
}

export function printAix(entries: readonly SocketEntry[]): string {
  const lines = entries.flatMap(projectAix).map((row) => rowText(row, STYLE));
  return `${[headingText(STYLE, "(state)"), ...lines].join("\n")}\n`;
}
