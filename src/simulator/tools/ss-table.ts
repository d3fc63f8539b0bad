/**
 * What ss of iproute2 6.1 prints, byte for byte, when its output is not a terminal: each column as wide as its widest
 * cell, blanks at the ends of lines with them. "Port" and "Process" have no blank in front, so that they are glued
 * to what stands before them where that column is full. Source: misc/ss.c (columns, render), kernel traces 34 and 35.
 */
import type { SocketEndpoint, SocketEntry, SocketProcess } from "#net/socket-entry";
import { bracketed, isIpv6Text, unmapped } from "#netstat/endpoint-print";
import { SPELLING } from "#netstat/dialects/ss-print";
import {
  connectedPeer,
  isIpv6,
  kernelAddress,
  type ListedSocket,
  portWords,
  type PrintedRow,
  rowsOf,
  type Selection,
  type ToolProtocol,
} from "./listed-socket.ts";

interface Column {
  readonly heading: string;
  /** In front of the column, except in the first that is printed. */
  readonly before: "" | " ";
  readonly isRight?: true;
  readonly cell: (entry: SocketEntry) => string;
}

const NETID: Column = { heading: "Netid", before: "", cell: ({ protocol }) => protocol };
const STATE: Column = { heading: "State", before: " ", cell: (entry) => stateWord(entry) };

const COLUMNS: readonly Column[] = [
  { heading: "Recv-Q", before: " ", cell: ({ recvQ }) => queueText(recvQ) },
  { heading: "Send-Q", before: " ", cell: ({ sendQ }) => queueText(sendQ) },
  {
    heading: "Local Address:",
    before: " ",
    isRight: true,
    cell: (entry) => `${addressText(entry, entry.local)}:`,
  },
  { heading: "Port", before: "", cell: ({ local }) => portWords(local) },
  {
    heading: "Peer Address:",
    before: " ",
    isRight: true,
    cell: (entry) => `${addressText(entry, connectedPeer(entry))}:`,
  },
  { heading: "Port", before: "", cell: (entry) => portWords(connectedPeer(entry)) },
];

const PROCESS = (isAsked: boolean): Column => ({
  heading: "Process",
  before: "",
  cell: ({ processes }) => (isAsked ? usersText(processes) : ""),
});

/** At least as wide as its heading, also where -H leaves that out. */
const queueText = (queue: number | null) => String(queue ?? 0).padEnd(6);

/** The order in which ss asks the kernel. */
const ORDER: readonly ToolProtocol[] = ["raw", "udp", "tcp"];

/** What the rows of `ssTable` show, in their order. */
export function ssRows(
  sockets: readonly ListedSocket[],
  selection: Selection,
): readonly PrintedRow[] {
  const { protocols, family } = selection;
  return ORDER.filter((protocol) => protocols.includes(protocol))
    .flatMap((protocol) => rowsOf(sockets, protocol, family))
    .filter(({ entry }) => isWanted(entry, selection))
    .map(({ entry }) => ({ entry, holder: null }));
}

export function ssTable(
  sockets: readonly ListedSocket[],
  selection: Selection,
  { heading }: { heading: boolean },
): string {
  const { protocols, processes } = selection;
  const entries = ssRows(sockets, selection).map(({ entry }) => entry);
  const columns = [
    ...(protocols.length > 1 ? [NETID] : []),
    ...(hasOneState(selection) ? [] : [STATE]),
    ...COLUMNS,
    PROCESS(processes),
  ];
  return render(columns, entries, heading);
}

/** Without -a and -l only ESTAB is left of what is not TCP, and ss then leaves the column out. */
const hasOneState = ({ which, protocols }: Selection) =>
  which === "connected" && !protocols.includes("tcp");

/** Neither -a nor -l shows what is about to become a connection, or was one. */
const NOT_CONNECTED = new Set(["LISTEN", "SYN-RECEIVED", "TIME-WAIT"]);

function isWanted(entry: SocketEntry, { which }: Selection): boolean {
  const isTcp = entry.protocol === "tcp";
  switch (which) {
    case "all":
      return true;
    case "listening":
      return isTcp ? entry.state === "LISTEN" : connectedPeer(entry) === null;
    case "connected":
      return isTcp ? !NOT_CONNECTED.has(entry.state ?? "") : connectedPeer(entry) !== null;
  }
}

function stateWord(entry: SocketEntry): string {
  if (entry.protocol === "tcp") return SPELLING[entry.state ?? "CLOSED"];
  return connectedPeer(entry) === null ? "UNCONN" : "ESTAB";
}

function addressText(entry: SocketEntry, endpoint: SocketEndpoint | null): string {
  if (endpoint === null) return wildcard(entry);
  const address =
    endpoint.address === "*" ? wildcard(entry) : bracketed(kernelAddress(entry, endpoint));
  return endpoint.zone === null ? address : `${address}%${endpoint.zone}`;
}

/** "*" is IPv4 as well. A socket bound to one IPv6 address serves IPv6 alone, whatever IPV6_V6ONLY says. */
function wildcard(entry: SocketEntry): string {
  if (!isIpv6(entry)) return "0.0.0.0";
  const isForBoth = entry.family === "46" && !isIpv6Text(unmapped(entry.local.address));
  return isForBoth || entry.protocol === "raw" ? "*" : "[::]";
}

/** ss keeps its list of descriptors in the reverse of the order in which it reads /proc. */
function usersText(processes: readonly SocketProcess[]): string {
  const users = processes
    .filter(({ pid, fd }) => pid !== null && fd !== null)
    .toSorted((one, other) => other.pid! - one.pid! || other.fd! - one.fd!)
    .map(({ name, pid, fd }) => `("${name ?? ""}",pid=${pid},fd=${fd})`);
  return users.length === 0 ? "" : ` users:(${users.join(",")})`;
}

function render(
  columns: readonly Column[],
  entries: readonly SocketEntry[],
  hasHeading: boolean,
): string {
  const rows = entries.map((entry) => columns.map(({ cell }) => cell(entry)));
  const lines = hasHeading ? [columns.map(({ heading }) => heading), ...rows] : rows;
  const widths = columns.map((_, at) =>
    lines.reduce((widest, line) => Math.max(widest, line[at]!.length), 0),
  );
  return lines
    .map(
      (line) =>
        `${line.map((cell, at) => padded(cell, columns[at]!, widths[at]!, at === 0)).join("")}\n`,
    )
    .join("");
}

function padded(
  cell: string,
  { before, isRight }: Column,
  width: number,
  isFirst: boolean,
): string {
  const text = isRight === true ? cell.padStart(width) : cell.padEnd(width);
  return `${isFirst ? "" : before}${text}`;
}
