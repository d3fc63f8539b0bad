/**
 * On which side of a connection a socket stands. Evidence in order of its weight: its own state, a
 * listener on its port in the same table, the other end's row in the same table, who sent the first
 * SYN, and last the port numbers, which are only a habit: a service may listen on any port (Windows's own
 * do from 49664 up). TIME-WAIT tells who closed first, not who was the client.
 */
import { ephemeralRangeOf } from "#net/ephemeral-range";
import type { SocketEndpoint, SocketEntry } from "#net/socket-entry";
import { placeOf } from "./address-place.ts";
import type { Evidence } from "./evidence.ts";
import type { RoleFinding } from "./explanation.ts";
import type { OperatingSystem, Row } from "./listing.ts";
import { waitsWithoutState } from "./waits-without-state.ts";

/** What the role was taken from. */
export type RoleReason =
  | "listens"
  | "waits-without-state"
  | "has-no-peer"
  | "is-bound"
  | "shows-nothing"
  | "has-listener"
  | "is-mirrored"
  | "is-mirrored-client"
  | "peer-is-listener-here"
  | "sent-syn"
  | "answered-syn"
  | "local-port-ephemeral"
  | "peer-port-ephemeral"
  | "ports-do-not-tell";

export interface FoundRole extends Pick<RoleFinding, "role" | "confidence"> {
  readonly reason: RoleReason;
  /** The row at the other end of the connection, when it is in the table. */
  readonly otherEnd: number | null;
  /** Which end of the connection holds the service's port, as far as known. */
  readonly end: "server" | "client" | null;
}

type Finding = Pick<FoundRole, "role" | "confidence" | "end">;

const FINDINGS: Readonly<Record<RoleReason, Finding>> = {
  listens: { role: "listener", confidence: "certain", end: null },
  "waits-without-state": { role: "listener", confidence: "likely", end: null },
  "has-no-peer": { role: "receiver", confidence: "certain", end: null },
  "is-bound": { role: "bound", confidence: "certain", end: null },
  "shows-nothing": { role: "unknown", confidence: "unknown", end: null },
  "has-listener": { role: "server", confidence: "certain", end: "server" },
  "is-mirrored": { role: "both", confidence: "certain", end: null },
  "is-mirrored-client": { role: "both", confidence: "certain", end: "client" },
  "peer-is-listener-here": { role: "client", confidence: "certain", end: "client" },
  "sent-syn": { role: "client", confidence: "likely", end: "client" },
  "answered-syn": { role: "server", confidence: "likely", end: "server" },
  "local-port-ephemeral": { role: "client", confidence: "likely", end: "client" },
  "peer-port-ephemeral": { role: "server", confidence: "likely", end: "server" },
  "ports-do-not-tell": { role: "unknown", confidence: "unknown", end: null },
};

/** What of a row with a peer tells on which side it stands. */
export type Connection = Pick<SocketEntry, "protocol" | "family" | "state" | "local"> & {
  readonly peer: SocketEndpoint;
};

export const isConnection = (entry: SocketEntry): entry is SocketEntry & Connection =>
  entry.peer !== null;

/** `index` is the row's in its listing; `evidence` is its block's. */
export function findRole(
  row: Row,
  index: number,
  os: OperatingSystem,
  evidence: Evidence,
): FoundRole {
  const { entry } = row;
  return isConnection(entry) ? roleOfConnection(entry, index, os, evidence) : roleWithoutPeer(row);
}

/** Of a row without a peer: itself tells all there is. */
export function roleWithoutPeer(row: Row): FoundRole {
  return finding(reasonWithoutPeer(row), null);
}

export function roleOfConnection(
  connection: Connection,
  index: number,
  os: OperatingSystem,
  evidence: Evidence,
): FoundRole {
  const otherEnd = evidence.mirrorOf(connection, index);
  return finding(reasonOfConnection(connection, otherEnd !== null, os, evidence), otherEnd);
}

function finding(reason: RoleReason, otherEnd: number | null): FoundRole {
  const { role, confidence, end } = FINDINGS[reason];
  return { role, confidence, end, reason, otherEnd };
}

function reasonWithoutPeer(row: Row): RoleReason {
  const { entry, stateText } = row;
  if (entry.state === "LISTEN") return "listens";
  if (entry.protocol !== "tcp") return "has-no-peer";
  if (waitsWithoutState(row)) return "waits-without-state";
  return entry.state === "CLOSED" || isBound(stateText) ? "is-bound" : "shows-nothing";
}

/** Windows's word, which RFC 9293 does not know: a port is taken, and nothing more. */
export const isBound = (stateText: string | null) => /^bound/i.test(stateText ?? "");

function reasonOfConnection(
  entry: Connection,
  isMirrored: boolean,
  os: OperatingSystem,
  evidence: Evidence,
): RoleReason {
  const { peer } = entry;
  // Nothing that a listener took in was ever in SYN-SENT.
  if (entry.state !== "SYN-SENT" && evidence.isServed(entry)) return "has-listener";
  if (isMirrored) {
    return evidence.hasListenerAt(entry.protocol, peer) ? "is-mirrored-client" : "is-mirrored";
  }
  const isPeerHere = placeOf(peer.address) === "loopback" || evidence.isOwnAddress(peer.address);
  if (isPeerHere && evidence.hasListenerAt(entry.protocol, peer)) return "peer-is-listener-here";
  if (entry.state === "SYN-SENT") return "sent-syn";
  if (entry.state === "SYN-RECEIVED") return "answered-syn";
  return reasonOfPorts(entry.local, peer, os);
}

function reasonOfPorts(
  local: SocketEndpoint,
  peer: SocketEndpoint,
  os: OperatingSystem,
): RoleReason {
  const range = clientRange(os);
  if (isEphemeral(local, range) && isService(peer, range)) return "local-port-ephemeral";
  if (isEphemeral(peer, range) && isService(local, range)) return "peer-port-ephemeral";
  return "ports-do-not-tell";
}

const isEphemeral = ({ port }: SocketEndpoint, { from, to }: ClientRange) =>
  port !== null && port >= from && port <= to;

/** A printed name means that the port has a registered service: clients' own ports seldom have one. */
const isService = (end: SocketEndpoint, range: ClientRange) =>
  end.port === null ? end.service !== null : !isEphemeral(end, range);

interface ClientRange {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const LINUX: ClientRange = { name: "Linux", ...ephemeralRangeOf("linux") };
const WINDOWS: ClientRange = { name: "Windows", ...ephemeralRangeOf("windows") };
const MACOS: ClientRange = { name: "macOS", ...ephemeralRangeOf("macos") };
const FREEBSD: ClientRange = { name: "FreeBSD", ...ephemeralRangeOf("freebsd") };
/** IPPORT_RESERVED to IPPORT_USERRESERVED (OpenBSD, sys/netinet/in.h and in_pcb.c). */
const OPENBSD: ClientRange = { name: "OpenBSD", from: 1024, to: 49151 };
/** IPPORT_ANONMIN to IPPORT_ANONMAX (NetBSD, sys/netinet/in.h). */
const NETBSD: ClientRange = { name: "NetBSD", from: 49152, to: 65535 };
/** smallest_anon_port to largest_anon_port (Oracle Solaris, Tunable Parameters Reference). */
const SOLARIS: ClientRange = { name: "Solaris", from: 32768, to: 65535 };
/** tcp_ephemeral_low to tcp_ephemeral_high (IBM, RSCT: Ephemeral ports). */
const AIX: ClientRange = { name: "AIX", from: 32768, to: 65535 };
/** Common to all of these but OpenBSD. */
const COMMON: ClientRange = { name: "nearly every system", from: MACOS.from, to: LINUX.to };

/** The ports a system gives to clients; where it is not known, the part that nearly all of them have in common. */
export function clientRange(os: OperatingSystem): ClientRange {
  switch (os) {
    case "Linux":
      return LINUX;
    case "Windows":
      return WINDOWS;
    case "macOS":
      return MACOS;
    case "FreeBSD":
      return FREEBSD;
    case "OpenBSD":
      return OPENBSD;
    case "NetBSD":
      return NETBSD;
    case "Solaris":
      return SOLARIS;
    case "AIX":
      return AIX;
    case "HP-UX":
    case null:
      return COMMON;
  }
}
