/**
 * netstat of FreeBSD, as `netstat -anW` prints. It names no programs: sockstat does.
 * Source: FreeBSD's netstat (usr.bin/netstat/inet.c), and real output.
 */
import type { SocketEntry } from "#net/socket-entry";
import { type BsdStyle, headingText, projected, rowText } from "./bsd-print.ts";

const STYLE: BsdStyle = {
  version: "always",
  hasDual: true,
  first: null,
  protocolWidth: 5,
  gap: " ",
  isPadded: true,
  keepsZone: true,
  cutService: 0,
};

export function projectFreebsd(socket: SocketEntry): readonly SocketEntry[] {
  const row = projected(socket, STYLE);
  return row === null ? [] : [row];
}

export function printFreebsd(entries: readonly SocketEntry[]): string {
  const lines = entries.flatMap(projectFreebsd).map((row) => rowText(row, STYLE));
  return `${[headingText(STYLE, "(state)"), ...lines].join("\n")}\n`;
}
