/**
 * netstat of macOS, as `netstat -anl` prints; where programs are known as `netstat -anvl` of macOS 13 and
 * later, with process:pid between columns that nobody knows, printed as 0. A program's name has at most
 * 16 characters, and one process stands for a socket.
 * Source: Apple's netstat (network_cmds), and real output.
 */
import type { SocketEntry, SocketProcess } from "#net/socket-entry";
import { type BsdStyle, headingText, projected, rowText } from "./bsd-print.ts";

const STYLE: BsdStyle = {
  version: "always",
  hasDual: true,
  first: null,
  protocolWidth: 5,
  gap: "  ",
  isPadded: true,
  keepsZone: true,
  cutService: 0,
};

const LONGEST_PROGRAM = 16;
const BEFORE_PROCESS = "      rxbytes      txbytes  rhiwat  shiwat          process:pid   ";
const AFTER_PROCESS = " state  options           gencnt    flags   flags1 usecnt rtncnt fltrs";
const UNKNOWN_BEFORE = "            0            0       0       0";
const UNKNOWN_AFTER = " 00000 00000000 0000000000000000 00000000 00000000      0      0 000000";

export function projectMacos(socket: SocketEntry): readonly SocketEntry[] {
  const row = projected(socket, STYLE);
  return row === null ? [] : [{ ...row, processes: shownProcess(socket.processes) }];
}

function shownProcess(processes: readonly SocketProcess[]): readonly SocketProcess[] {
  const first = processes.find((process) => process.pid !== null);
  if (first === undefined) return [];
  const name = (first.name ?? "").slice(0, LONGEST_PROGRAM).trimEnd();
  return [{ pid: first.pid, name: name === "" ? null : name, user: null, fd: null }];
}

export function printMacos(entries: readonly SocketEntry[]): string {
  const rows = entries.flatMap(projectMacos);
  const hasProcesses = rows.some((row) => row.processes.length > 0);
  const heading = headingText(STYLE, "(state)");
  const lines = rows.map((row) => {
    const text = rowText(row, STYLE);
    if (!hasProcesses) return text;
    const [process] = row.processes;
    const owner = `${(process?.name ?? "").padStart(16)}:${String(process?.pid ?? 0).padEnd(6)}`;
    return `${text} ${UNKNOWN_BEFORE} ${owner}${UNKNOWN_AFTER}`;
  });
  const names = hasProcesses ? `${heading} ${BEFORE_PROCESS}${AFTER_PROCESS}` : heading;
  return `${[names, ...lines].join("\n")}\n`;
}
