/** Tables with names and users to hide, and what of a listing must stay as it is, for the laws of redaction. */
import * as fc from "fast-check";
import { parseAddress } from "#net/address";
import type { SocketEndpoint, SocketEntry } from "#net/socket-entry";
import { readListing } from "./listing.fixture.ts";
import { socketTable } from "./socket-entry.arbitrary.ts";

const NAMES = ["web1", "db.corp.internal", "alice-laptop", "MACHINE"];
const USERS = ["alice", "bob"];

const secretEntry = (entry: SocketEntry, seed: number): SocketEntry => {
  const end = (endpoint: SocketEndpoint, at: number): SocketEndpoint =>
    endpoint.address.endsWith(".example")
      ? { ...endpoint, address: NAMES[(seed + at) % NAMES.length]! }
      : endpoint;
  return {
    ...entry,
    local: end(entry.local, 0),
    peer: entry.peer === null ? null : end(entry.peer, 1),
    processes: entry.processes.map((process) => ({
      ...process,
      user: process.user === "www-data" ? USERS[seed % USERS.length]! : process.user,
    })),
  };
};
/** Socket tables with hosts and users of somebody's own. */
export const secretTable = fc
  .tuple(socketTable, fc.nat(7))
  .map(([entries, seed]) => entries.map((entry, at) => secretEntry(entry, seed + at)));

/** All that redaction leaves as it is. */
export const shape = (text: string) =>
  readListing(text).rows.map(({ line, dialect, stateText, entry }) => ({
    line,
    dialect,
    stateText,
    protocol: entry.protocol,
    family: entry.family,
    state: entry.state,
    queues: [entry.recvQ, entry.sendQ],
    ends: [entry.local, entry.peer].map(
      (end) => end && [end.port, end.service, end.zone === null, end.address === "*"],
    ),
    processes: entry.processes.map(({ pid, fd }) => [pid, fd]),
  }));

/** Public addresses, hosts and users. A mangled row may have any word in a name's place: only invented names are secrets. */
export function secretsOf(entries: readonly SocketEntry[]): readonly string[] {
  const ends = entries.flatMap(({ local, peer }) => (peer === null ? [local] : [local, peer]));
  const addresses = ends.map(({ address }) => address).filter(isSecretAddress);
  const users = entries.flatMap(({ processes }) => processes.flatMap(({ user }) => user ?? []));
  return [...addresses, ...users.filter((user) => USERS.includes(user))];
}

function isSecretAddress(text: string): boolean {
  const address = parseAddress(text);
  if (address.type !== "error") return address.type === "public";
  return NAMES.includes(text);
}
