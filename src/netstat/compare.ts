/**
 * Two listings of one machine: what appeared, what went, what changed its state or its owner. A socket is
 * the same by protocol and both endpoints, in whatever dialect: zones are ignored, IPv4 written in IPv6
 * counts as IPv4, and rows that one tool prints per process are one socket. Connections come and go all the
 * time, so they are grouped by the service and who talks to whom; listeners stand alone. What the two
 * listings cannot say of each other (other flags, other tools) is said first. Linear in the rows.
 */
import type { SocketEndpoint, SocketEntry, SocketProcess } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import { caveatsOf } from "./compare-caveats.ts";
import { bracketed, portText, unmapped } from "./endpoint-print.ts";
import type { Explainer, Role } from "./explanation.ts";
import type { Listing } from "./listing.ts";
import { nameOf } from "./role-words.ts";
import { programOf } from "./sentence.ts";

/** One side of a comparison. */
export interface Compared {
  readonly listing: Listing;
  readonly explain: Explainer;
}

export type ChangeKind = "appeared" | "gone" | "state" | "owner";

export interface Change {
  readonly kind: ChangeKind;
  /** The rows, counted from 0; null on the side that has none. */
  readonly before: number | null;
  readonly after: number | null;
  /** "nginx now listens on TCP port 80 (*)." */
  readonly sentence: string;
}

/** Changes of connections to one service. */
export interface ChangeGroup {
  /** "client of 203.0.113.9, TCP port 443", "TCP port 80, from 198.51.100.7" */
  readonly label: string;
  readonly appeared: number;
  readonly gone: number;
  /** How many changed their state or owner. */
  readonly changed: number;
  /** The first of them, at most MOST_CHANGES. */
  readonly changes: readonly Change[];
}

export interface Comparison {
  /** "2 sockets appeared, 1 went and 3 changed; 40 are the same." */
  readonly sentence: string;
  readonly appeared: number;
  readonly gone: number;
  readonly changed: number;
  readonly same: number;
  /** Listeners, receivers and ports that are only held, each by itself; the first MOST_CHANGES. */
  readonly listeners: readonly Change[];
  /** The largest first. */
  readonly connections: readonly ChangeGroup[];
  /** What the comparison cannot tell, each a sentence. */
  readonly caveats: readonly string[];
}

const MOST_CHANGES = 100;
const MOST_GROUPS = 500;
/** Names of one socket's owners that are held against each other. */
const MOST_NAMES = 20;

export function compare(before: Compared, after: Compared): Comparison {
  const old = socketsOf(before);
  const now = socketsOf(after);
  const collected = new Collected();
  for (const [key, socket] of now.sockets) {
    const was = old.sockets.get(key);
    if (was === undefined) collected.add(after, socket, "appeared", null, socket);
    else collected.compare(after, was, socket);
  }
  for (const [key, socket] of old.sockets) {
    if (!now.sockets.has(key)) collected.add(before, socket, "gone", socket, null);
  }
  const { counts, same } = collected;
  const changed = counts.state + counts.owner;
  return {
    sentence: sentenceOf(counts.appeared, counts.gone, changed, same),
    appeared: counts.appeared,
    gone: counts.gone,
    changed,
    same,
    listeners: collected.listeners,
    connections: collected.groups(),
    caveats: caveatsOf(before.listing, old, after.listing, now),
  };
}

/** A socket of one listing; several rows may show it. */
interface Socket {
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

const NO_PIDS: ReadonlySet<number> = new Set();
const NO_NAMES: ReadonlySet<string> = new Set();

function socketsOf({ listing }: Compared): Sockets {
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
function ownerChange(was: Socket, is: Socket): "same" | "restarted" | "other" {
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

interface GrowingGroup {
  readonly label: string;
  appeared: number;
  gone: number;
  changed: number;
  readonly changes: Change[];
}

class Collected {
  readonly counts: Record<ChangeKind, number> = { appeared: 0, gone: 0, state: 0, owner: 0 };
  readonly listeners: Change[] = [];
  same = 0;
  readonly #groups = new Map<string, GrowingGroup>();

  compare(side: Compared, was: Socket, is: Socket): void {
    const isOtherState = was.state !== null && is.state !== null && was.state !== is.state;
    if (isOtherState) this.add(side, is, "state", was, is);
    else if (ownerChange(was, is) !== "same") this.add(side, is, "owner", was, is);
    else this.same += 1;
  }

  /** `side` and `shown`: the listing and the socket that the change is described by. */
  add(
    side: Compared,
    shown: Socket,
    kind: ChangeKind,
    was: Socket | null,
    is: Socket | null,
  ): void {
    this.counts[kind] += 1;
    const { entry } = side.listing.row(shown.row);
    const { role, end } = side.explain.judge(shown.row);
    const make = (): Change => ({
      kind,
      before: was?.row ?? null,
      after: is?.row ?? null,
      sentence: changeSentence(kind, entry, role, was, is),
    });
    if (entry.peer === null) {
      if (this.listeners.length < MOST_CHANGES) this.listeners.push(make());
      return;
    }
    const label = groupLabel(entry, entry.peer, end);
    let group = this.#groups.get(label);
    if (group === undefined) {
      group = { label, appeared: 0, gone: 0, changed: 0, changes: [] };
      this.#groups.set(label, group);
    }
    if (kind === "appeared") group.appeared += 1;
    else if (kind === "gone") group.gone += 1;
    else group.changed += 1;
    if (group.changes.length < MOST_CHANGES) group.changes.push(make());
  }

  groups(): readonly ChangeGroup[] {
    const size = ({ appeared, gone, changed }: GrowingGroup) => appeared + gone + changed;
    return [...this.#groups.values()]
      .sort((one, other) => size(other) - size(one) || (one.label < other.label ? -1 : 1))
      .slice(0, MOST_GROUPS);
  }
}

/** The service and the other side: a client's own port is new each time, and says nothing. */
function groupLabel(
  { protocol, local }: SocketEntry,
  peer: SocketEndpoint,
  end: "server" | "client" | null,
): string {
  const name = nameOf(protocol);
  switch (end) {
    case "client":
      return `client of ${peer.address}, ${name} port ${portText(peer)}`;
    case "server":
      return `${name} port ${portText(local)}, from ${unmapped(peer.address)}`;
    case null:
      return `${name} with ${peer.address}, side unknown`;
  }
}

function changeSentence(
  kind: ChangeKind,
  entry: SocketEntry,
  role: Role,
  was: Socket | null,
  is: Socket | null,
): string {
  const program = programOf(entry);
  const what = placeOf(entry);
  switch (kind) {
    case "appeared":
      return entry.peer === null
        ? `${program} now ${verb(role)} ${what}.`
        : `The connection ${what} is new${stateText(is)}.`;
    case "gone":
      return entry.peer === null
        ? `${program} no longer ${verb(role)} ${what}.`
        : `The connection ${what} is gone${stateText(was)}.`;
    case "state":
      return `${entry.peer === null ? "The socket" : "The connection"} ${what} was ${was?.state} and is ${is?.state}.`;
    case "owner":
      return was !== null && is !== null && ownerChange(was, is) === "restarted"
        ? `${program} ${verb(role)} ${what} as before, but as another process: ${ownersText(was)}, now ${ownersText(is)}. It was restarted.`
        : `${what} has another owner: it was ${ownersText(was)}, and is ${ownersText(is)}.`;
  }
}

function verb(role: Role): string {
  switch (role) {
    case "listener":
      return "listens on";
    case "receiver":
      return "receives on";
    case "bound":
      return "holds";
    default:
      return "has";
  }
}

function placeOf({ protocol, local, peer }: SocketEntry): string {
  const here = `${bracketed(local.address)}:${portText(local)}`;
  return peer === null
    ? `${nameOf(protocol)} port ${portText(local)} (${local.address})`
    : `${here} – ${bracketed(peer.address)}:${portText(peer)}`;
}

const stateText = (socket: Socket | null) =>
  socket === null || socket.state === null ? "" : ` (${socket.state})`;

function ownersText(socket: Socket | null): string {
  if (socket === null) return "nobody";
  const names = [...socket.names].slice(0, 3).join(", ");
  const pids = [...socket.pids].slice(0, 3).join(", ");
  if (names === "") return pids === "" ? "nobody that was named" : `process ${pids}`;
  return pids === "" ? names : `${names} (process ${pids})`;
}

function sentenceOf(appeared: number, gone: number, changed: number, same: number): string {
  if (appeared + gone + changed === 0) {
    return same === 0
      ? "There are no sockets to compare."
      : `Nothing changed: ${same} ${same === 1 ? "socket is" : "sockets are"} the same.`;
  }
  const parts = [
    appeared > 0 && `${appeared} ${appeared === 1 ? "socket" : "sockets"} appeared`,
    gone > 0 && `${gone} went`,
    changed > 0 && `${changed} changed`,
  ].filter((part) => part !== false);
  const last = parts.pop()!;
  const all = parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
  return `${all}; ${same} ${same === 1 ? "is" : "are"} the same.`;
}
