/**
 * A simulated host's socket table as its kernel lists it: what ss, netstat and lsof read before they print, each in its own
 * layout (ss-table.ts, netstat-table.ts, lsof-table.ts). The order of the rows is the host's; what the tools
 * do to it themselves is done here.
 */
import { hasPeer, isDottedText, mapped, portText } from "#netstat/endpoint-print";
import type { SocketEntry, SocketEndpoint } from "#net/socket-entry";

export interface ListedSocket {
  /** TCP before listen() or connect() is CLOSED here, or left out: no tool shows it. */
  readonly entry: SocketEntry;
  /** What ties a socket to its descriptors; 0 where there are none. */
  readonly inode: number;
}

/** What a row of a tool's output shows. */
export interface PrintedRow {
  readonly entry: SocketEntry;
  /** The one descriptor that the row is about, in lsof; null where a row is about the socket. */
  readonly holder: { readonly pid: number; readonly fd: number } | null;
}

export type ToolProtocol = "tcp" | "udp" | "raw";

/** What was asked for with flags. */
export interface Selection {
  readonly protocols: readonly ToolProtocol[];
  /** With -a everything, with -l what waits for others, with neither what has a peer. */
  readonly which: "all" | "listening" | "connected";
  /** -p */
  readonly processes: boolean;
  /** -4 or -6; null for both. */
  readonly family: 4 | 6 | null;
}

export const isIpv6 = ({ family, local }: SocketEntry) =>
  family === 6 || family === "46" || local.address.includes(":");

/** Whether the kernel lists the socket at all: TCP once it listens or connects, UDP once it has a port (ss(8), trace 36). */
function isListed({ protocol, state, local }: SocketEntry): boolean {
  if (protocol === "tcp") return state !== null && state !== "CLOSED";
  return protocol === "raw" || (local.port ?? 0) !== 0;
}

/**
 * The rows of one protocol, IPv4 before IPv6, and of each the listeners first: they stand in a table of their own in
 * the kernel. Otherwise as given.
 */
export function rowsOf(
  sockets: readonly ListedSocket[],
  protocol: ToolProtocol,
  family: 4 | 6 | null,
): readonly ListedSocket[] {
  const rank = ({ entry }: ListedSocket) =>
    (isIpv6(entry) ? 2 : 0) + (entry.state === "LISTEN" ? 0 : 1);
  return sockets
    .filter(({ entry }) => entry.protocol === protocol && isListed(entry))
    .filter(({ entry }) => family === null || (family === 6) === isIpv6(entry))
    .toSorted((one, other) => rank(one) - rank(other));
}

/** An endpoint whose address is as the kernel has it: an IPv4 peer of an IPv6 socket is ::ffff:192.0.2.1. */
export const kernelAddress = (entry: SocketEntry, { address }: SocketEndpoint) =>
  isIpv6(entry) && isDottedText(address) ? mapped(address) : address;

export const connectedPeer = (entry: SocketEntry): SocketEndpoint | null =>
  hasPeer(entry.peer) && entry.state !== "LISTEN" ? entry.peer : null;

/** "8080", or "*" for none. */
export const portWords = (endpoint: SocketEndpoint | null) =>
  endpoint === null || endpoint.port === 0 ? "*" : portText(endpoint);
