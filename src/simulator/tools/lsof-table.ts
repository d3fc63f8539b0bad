/**
 * What lsof 4.95 prints with -nP -i, byte for byte: one row a descriptor, by process and descriptor, each column as wide
 * as its widest cell, COMMAND cut to 9. A socket that no process holds has no row: not accepted yet, TIME-WAIT,
 * closed by its process. Source: print.c (print_file, printname), kernel traces 32, 34 and 35.
 */
import type { SocketEntry } from "#net/socket-entry";
import { LINUX_SPELLING } from "#netstat/dialects/spellings";
import { escaped, nameText, projectHeld } from "#netstat/dialects/lsof-text";
import {
  isIpv6,
  type ListedSocket,
  type PrintedRow,
  rowsOf,
  type Selection,
} from "./listed-socket.ts";

export interface LsofSelection extends Pick<Selection, "family"> {
  readonly protocols: readonly ("tcp" | "udp")[];
  /** Either end's; null for every port. */
  readonly port: number | null;
  /** -sTCP:LISTEN, which leaves UDP out as well. */
  readonly onlyListeners: boolean;
}

const LONGEST_COMMAND = 9;

/** What the rows of `lsofTable` show, in their order. */
export function lsofRows(
  sockets: readonly ListedSocket[],
  selection: LsofSelection,
): readonly PrintedRow[] {
  return allRows(sockets, selection).map(({ entry, pid, fd }) => ({ entry, holder: { pid, fd } }));
}

function allRows(sockets: readonly ListedSocket[], selection: LsofSelection): readonly Row[] {
  return selection.protocols
    .flatMap((protocol) => rowsOf(sockets, protocol, selection.family))
    .filter(({ entry }) => isWanted(entry, selection))
    .flatMap(rowsOfHolders)
    .toSorted((one, other) => one.pid - other.pid || one.fd - other.fd);
}

/** No rows, no heading: an empty text. */
export function lsofTable(sockets: readonly ListedSocket[], selection: LsofSelection): string {
  const rows = allRows(sockets, selection);
  if (rows.length === 0) return "";

  const width = (heading: string, cell: (row: Row) => string) =>
    rows.reduce((widest, row) => Math.max(widest, cell(row).length), heading.length);
  const command = width("COMMAND", (row) => row.command);
  const pid = width("PID", (row) => String(row.pid));
  const user = width("USER", (row) => row.user);
  const device = width("DEVICE", (row) => row.device);
  const line = (
    cells: readonly [string, string, string, string, string, string, string, string, string],
  ) =>
    [
      cells[0].padEnd(command),
      cells[1].padStart(pid),
      cells[2].padStart(user),
      cells[3],
      cells[4],
      cells[5].padStart(device),
      cells[6].padStart(8),
      cells[7].padStart(4),
      cells[8],
    ].join(" ");

  return [
    line(["COMMAND", "PID", "USER", "  FD  ", "TYPE", "DEVICE", "SIZE/OFF", "NODE", "NAME"]),
    ...rows.map((row) =>
      line([
        row.command,
        String(row.pid),
        row.user,
        fdText(row.fd),
        row.type,
        row.device,
        "0t0",
        row.node,
        row.name,
      ]),
    ),
    "",
  ].join("\n");
}

function isWanted({ local, peer, state }: SocketEntry, asked: LsofSelection): boolean {
  if (asked.onlyListeners && state !== "LISTEN") return false;
  return asked.port === null || local.port === asked.port || peer?.port === asked.port;
}

interface Row {
  readonly entry: SocketEntry;
  readonly command: string;
  readonly pid: number;
  readonly user: string;
  readonly fd: number;
  readonly type: string;
  readonly device: string;
  readonly node: string;
  readonly name: string;
}

function rowsOfHolders({ entry, inode }: ListedSocket): readonly Row[] {
  return projectHeld(entry, (name) => name).flatMap((held) => {
    const [process] = held.processes;
    if (process === undefined || process.pid === null || process.fd === null) return [];
    return [
      {
        entry,
        command: escaped(process.name ?? "", LONGEST_COMMAND),
        pid: process.pid,
        user: process.user ?? "",
        fd: process.fd,
        type: isIpv6(entry) ? "IPv6" : "IPv4",
        device: String(inode),
        node: entry.protocol.toUpperCase(),
        // UDP has no state, and the blank that would stand before it stays.
        name: `${nameText(held)} ${held.state === null ? "" : `(${LINUX_SPELLING[held.state]})`}`,
      },
    ];
  });
}

/** The number, and u for open to read and write; of five digits or more the last three. */
const fdText = (fd: number) =>
  `${(fd < 10_000 ? String(fd) : `*${String(fd % 1000).padStart(3, "0")}`).padStart(4)}u `;
