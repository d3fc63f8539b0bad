/**
 * The sockets of a listing by what makes them the same in another: protocol and both endpoints, in whatever
 * dialect. Zones are ignored, IPv4 written in IPv6 counts as IPv4, rows of one socket are joined.
 */
import type { SocketEndpoint, SocketEntry, SocketProcess } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import { portText, unmapped } from "./endpoint-print.ts";
import type { Listing } from "./listing.ts";

/** A socket of one listing; several rows may show it. */
export interface Socket {
  /** Its first row. */
  readonly row: number;
  readonly state: TcpState | null;
  /** Processes that are named to hold it; empty where none is. */
  readonly pids: ReadonlySet<number>;
  readonly names: ReadonlySet<string>;
}

/** The sockets of a listing, and what kinds of row it has. */
export interface Sockets {
  readonly sockets: ReadonlyMap<string, Socket>;
  readonly protocols: ReadonlySet<string>;
  readonly hasListeners: boolean;
  readonly hasConnections: boolean;
  readonly hasTimeWait: boolean;
  readonly hasNames: boolean;
  readonly hasNumbers: boolean;
  readonly hasOwners: boolean;
  readonly hasCuts: boolean;
}

/** Names of one socket's owners that are held against each other. */
const MOST_NAMES = 20;

const NO_PIDS: ReadonlySet<number> = new Set();
const NO_NAMES: ReadonlySet<string> = new Set();

export function socketsOf(listing: Listing): Sockets {
  const sockets = new Map<string, Socket>();
  const protocols = new Set<string>();
  const seen = {
    hasListeners: false,
    hasConnections: false,
    hasTimeWait: false,
    hasNames: false,
    hasNumbers: false,
    hasOwners: false,
    hasCuts: false,
  };
  for (let row = 0; row < listing.rowCount; row += 1) {
    const { entry, truncated } = listing.row(row);
    protocols.add(entry.protocol);
    if (entry.state === "LISTEN") seen.hasListeners = true;
    if (entry.peer !== null) seen.hasConnections = true;
    if (entry.state === "TIME-WAIT") seen.hasTimeWait = true;
    if (entry.processes.length > 0) seen.hasOwners = true;
    if (truncated.some((field) => field !== "program")) seen.hasCuts = true;
    for (const end of [entry.local, entry.peer]) {
      if (end?.service != null) seen.hasNames = true;
      else if (end?.port != null) seen.hasNumbers = true;
    }
    const key = keyOf(entry);
    const known = sockets.get(key);
    sockets.set(key, known === undefined ? socketOf(row, entry) : joined(known, entry));
  }
  return { sockets, protocols, ...seen };
}

/** The same socket in every dialect; wildcards of the two families are two sockets. */
function keyOf({ protocol, family, local, peer }: SocketEntry): string {
  const isIpv6 = family === 6 || family === "46";
  const wildcard = isIpv6 ? "*6" : "*4";
  return `${protocol} ${endKey(local, wildcard)} ${peer === null ? "-" : endKey(peer, wildcard)}`;
}

function endKey(end: SocketEndpoint, wildcard: string): string {
  const { address } = end;
  const form = address === "*" ? wildcard : unmapped(address).toLowerCase();
  return `${form} ${portText(end).toLowerCase()}`;
}

function socketOf(row: number, { state, processes }: SocketEntry): Socket {
  if (processes.length === 0) return { row, state, pids: NO_PIDS, names: NO_NAMES };
  return { row, state, ...ownersOf(processes) };
}

function ownersOf(processes: readonly SocketProcess[]): Pick<Socket, "pids" | "names"> {
  return {
    pids: new Set(processes.flatMap(({ pid }) => pid ?? [])),
    names: new Set(processes.flatMap(({ name }) => name ?? [])),
  };
}

/** Of a socket that several rows show: lsof prints one for each process. */
function joined(socket: Socket, { state, processes }: SocketEntry): Socket {
  const { pids, names } = ownersOf(processes);
  return {
    row: socket.row,
    state: socket.state ?? state,
    pids: pids.size === 0 ? socket.pids : new Set([...socket.pids, ...pids]),
    names: names.size === 0 ? socket.names : new Set([...socket.names, ...names]),
  };
}

/** By numbers where both listings have them, else by names; null where they cannot be told apart. */
export function ownerChange(was: Socket, is: Socket): "same" | "restarted" | "other" {
  const shareName = share(was.names, is.names);
  if (was.pids.size > 0 && is.pids.size > 0) {
    if (share(was.pids, is.pids)) return "same";
    return shareName ? "restarted" : "other";
  }
  if (was.names.size === 0 || is.names.size === 0 || shareName) return "same";
  return "other";
}

/** Tools cut names at different lengths: the beginning of one may be all of the other. */
function share(some: ReadonlySet<number | string>, others: ReadonlySet<number | string>): boolean {
  for (const one of some) if (others.has(one)) return true;
  const names = [...others].slice(0, MOST_NAMES).filter((other) => typeof other === "string");
  for (const one of [...some].slice(0, MOST_NAMES)) {
    if (typeof one === "number") continue;
    if (names.some((other) => other.startsWith(one) || one.startsWith(other))) return true;
  }
  return false;
}
