/**
 * What netstat of net-tools 2.10 prints, byte for byte, blanks at the ends of lines with them: fixed widths, IPv6 without
 * brackets, an address cut so that it and its port are 22 characters, one process a socket, cut to 19.
 * Source: netstat.c (tcp_do_one, udp_do_one, addr_do_one, prg_cache_add), kernel traces 34 and 35.
 */
import type { SocketEndpoint, SocketEntry, SocketProcess } from "#net/socket-entry";
import { LINUX_SPELLING } from "#netstat/dialects/spellings";
import { unmapped } from "#netstat/endpoint-print";
import {
  connectedPeer,
  isIpv6,
  type ListedSocket,
  portWords,
  type PrintedRow,
  rowsOf,
  type Selection,
  type ToolProtocol,
} from "./listed-socket.ts";

const TITLE: Record<Selection["which"], string> = {
  all: "servers and established",
  listening: "only servers",
  connected: "w/o servers",
};

const ORDER: readonly ToolProtocol[] = ["tcp", "udp", "raw"];

/** What the rows of `netstatTable` show, in their order. */
export function netstatRows(
  sockets: readonly ListedSocket[],
  selection: Selection,
): readonly PrintedRow[] {
  const { protocols, family } = selection;
  return ORDER.filter((protocol) => protocols.includes(protocol))
    .flatMap((protocol) => rowsOf(sockets, protocol, family))
    .filter(({ entry }) => isWanted(entry, selection))
    .map(({ entry }) => ({ entry, holder: null }));
}

/** With -W addresses are not cut. */
export function netstatTable(
  sockets: readonly ListedSocket[],
  selection: Selection,
  { wide }: { wide: boolean },
): string {
  const { processes, which } = selection;
  const rows = netstatRows(sockets, selection);
  const program = processes ? ` ${"PID/Program name".padEnd(PROGRAM)}` : "";
  return [
    `Active Internet connections (${TITLE[which]})`,
    `Proto Recv-Q Send-Q Local Address           Foreign Address         State      ${program}`,
    ...rows.map(({ entry }) => rowText(entry, processes, wide)),
    "",
  ].join("\n");
}

function isWanted(entry: SocketEntry, { which }: Selection): boolean {
  return which === "all" || (connectedPeer(entry) === null) === (which === "listening");
}

const ENDPOINT = 23;
const STATE = 11;
const PROGRAM = 20;

function rowText(entry: SocketEntry, hasProgram: boolean, wide: boolean): string {
  const isListener = entry.state === "LISTEN";
  return [
    `${entry.protocol}${isIpv6(entry) ? "6" : ""}`.padEnd(5),
    String(entry.recvQ ?? 0).padStart(6),
    // The backlog is not in /proc/net/tcp, which netstat reads.
    String(isListener ? 0 : (entry.sendQ ?? 0)).padStart(6),
    endpointText(entry, entry.local, wide).padEnd(ENDPOINT),
    endpointText(entry, connectedPeer(entry), wide).padEnd(ENDPOINT),
    stateWord(entry).padEnd(STATE),
    ...(hasProgram ? [programText(entry.processes).padEnd(PROGRAM)] : []),
  ].join(" ");
}

const LONGEST = ENDPOINT - 1;

function endpointText(entry: SocketEntry, endpoint: SocketEndpoint | null, wide: boolean): string {
  const isAny = endpoint === null || endpoint.address === "*";
  const address = isAny ? (isIpv6(entry) ? "::" : "0.0.0.0") : unmapped(endpoint.address);
  const port = portWords(endpoint);
  return `${wide ? address : address.slice(0, LONGEST - port.length)}:${port}`;
}

function stateWord(entry: SocketEntry): string {
  // Of a raw socket netstat prints the state's number: 7 is CLOSE.
  if (entry.protocol === "raw") return connectedPeer(entry) === null ? "7" : "1";
  if (entry.protocol === "tcp") return LINUX_SPELLING[entry.state ?? "CLOSED"];
  return connectedPeer(entry) === null ? "" : "ESTABLISHED";
}

/** The first process that holds the socket, as /proc lists them. */
function programText(processes: readonly SocketProcess[]): string {
  const [first] = processes
    .filter(({ pid }) => pid !== null)
    .toSorted((one, other) => one.pid! - other.pid!);
  return first === undefined ? "-" : `${first.pid}/${first.name ?? ""}`.slice(0, PROGRAM - 1);
}
