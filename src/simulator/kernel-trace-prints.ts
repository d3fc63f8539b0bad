/**
 * What the tools of a trace printed, as rows, and the same of a simulated host. Which of its sockets a command lists
 * follows from its options (ss(8), netstat(8), lsof(8)). Null for commands that list no sockets.
 */
import type { SocketEntry } from "#net/socket-entry";
import { decode } from "#netstat/decode";
import type { DialectId } from "#netstat/listing";
import { project } from "#netstat/print";
import { rowText } from "./kernel-trace-compare.ts";

export interface ListedRows {
  readonly dialect: DialectId;
  /** Where the command asks for one protocol only, ss does not write which. */
  readonly protocol: string | null;
  readonly showsProcesses: boolean;
  readonly isListed: (entry: SocketEntry) => boolean;
}

export function listedBy(command: string): ListedRows | null {
  const [, tool, letters] =
    /^(?:COLUMNS=\d+ )?(ss|netstat) -H?([a-z46]+)(?: --inet| -A inet)?(?: \| cat -A)?$/.exec(
      command,
    ) ?? [];
  if (tool === "ss" || tool === "netstat") {
    return bySwitches(tool, letters!);
  }
  const [, only] = /^lsof -nP -i(TCP|UDP)?(?: -a -p \d+)?(?: \| cat -A)?$/.exec(command) ?? [];
  if (!command.startsWith("lsof -nP -i")) {
    return null;
  }
  return {
    dialect: "lsof",
    protocol: null,
    showsProcesses: true,
    isListed: ({ protocol, processes, state, local }) =>
      processes.length > 0 &&
      (protocol === "tcp" ? state !== "CLOSED" : protocol === "udp" && local.port !== null) &&
      (only === undefined || protocol === only.toLowerCase()),
  };
}

function bySwitches(tool: "ss" | "netstat", letters: string): ListedRows | null {
  const has = (letter: string): boolean => letters.includes(letter);
  const asked = { t: "tcp", u: "udp", w: "raw" } as const;
  const protocols = (["t", "u", "w"] as const).filter(has).map((letter) => asked[letter]);
  const isServer = ({ state, peer }: SocketEntry): boolean =>
    state === "LISTEN" || (state !== "TIME-WAIT" && peer === null);
  // `ss -s` counts; `ss -0` lists packet sockets; without n, ports are names.
  if (has("s") || !has("n")) {
    return null;
  }
  return {
    dialect: tool === "ss" ? "ss" : "net-tools",
    protocol: tool === "ss" && protocols.length === 1 ? protocols[0]! : null,
    showsProcesses: has("p"),
    isListed: (entry) =>
      (protocols.length === 0 || protocols.some((protocol) => protocol === entry.protocol)) &&
      (!has("4") || entry.family === 4) &&
      (has("l") ? isServer(entry) : has("a") || !isServer(entry)) &&
      !(entry.protocol === "tcp" && (entry.state === "CLOSED" || entry.state === null)),
  };
}

export function printedEntries(
  listed: ListedRows,
  lines: readonly string[],
): readonly SocketEntry[] {
  const listing = decode(lines.join("\n"));
  return Array.from({ length: listing.rowCount }, (_, row) => listing.row(row).entry).map(
    (entry) => ({ ...entry, protocol: listed.protocol ?? entry.protocol }),
  );
}

/** What the tool would tell of the host's sockets. */
export function simulatedEntries(
  listed: ListedRows,
  entries: readonly SocketEntry[],
): readonly SocketEntry[] {
  // netstat reads /proc/net/tcp, where a listener's backlog does not stand.
  const hidesBacklog = listed.dialect === "net-tools";
  return project(entries.filter(listed.isListed), listed.dialect).map((entry) =>
    hidesBacklog && entry.state === "LISTEN" ? { ...entry, sendQ: 0 } : entry,
  );
}

/** Sorted, for comparing. */
export function rowsOf(listed: ListedRows, entries: readonly SocketEntry[]): readonly string[] {
  return entries.map((entry) => rowText(entry, listed.showsProcesses)).sort();
}
