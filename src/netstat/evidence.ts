/**
 * What a table says about its single rows: which ports have listeners, which rows are the two ends of one
 * connection, which addresses are the machine's own. A table is one block of the listing, for a paste may
 * hold the tables of two machines. Addresses are compared as IPv4 where they are v4-mapped, and zones are
 * ignored: netstat and ss write the same socket differently.
 */
import type { SocketEndpoint, SocketEntry } from "#net/socket-entry";
import { unmapped } from "./endpoint-print.ts";
import { GrowingArray } from "./growing-array.ts";
import type { Listing } from "./listing.ts";
import { waitsWithoutState } from "./waits-without-state.ts";

/** The listeners of one port. */
interface Listeners {
  readonly addresses: Set<string>;
  /** The families of those that are bound to no particular address. */
  readonly wildcards: Set<SocketEntry["family"]>;
}

/** The evidence of one block. */
export class Evidence {
  readonly #listeners = new Map<string, Listeners>();
  readonly #own = new Set<string>();
  readonly #connections = new Map<string, number>();

  get hasListeners(): boolean {
    return this.#listeners.size > 0;
  }

  /** Whether a listener takes connections to the row's local endpoint. */
  isServed({ protocol, local, family }: SocketEntry): boolean {
    return this.#listensAt(protocol, local, family !== 4);
  }

  /** Whether a listener is at this endpoint of the same machine. */
  hasListenerAt(protocol: string, endpoint: SocketEndpoint): boolean {
    return this.#listensAt(protocol, endpoint, true);
  }

  /** The row with the same endpoints the other way round, or null. */
  mirrorOf({ protocol, local, peer }: SocketEntry, row: number): number | null {
    if (peer === null || !this.isOwnAddress(peer.address)) return null;
    const mirror = this.#connections.get(connectionKey(protocol, peer, local));
    return mirror === undefined || mirror === row ? null : mirror;
  }

  /** Whether the address is one a row of the table has on its local side. */
  isOwnAddress(address: string): boolean {
    return this.#own.has(sameForm(address));
  }

  /** Notes a row's local side; every row of the table, before any connection. */
  addSocket({ protocol, local, family }: SocketEntry, listens: boolean): void {
    const address = sameForm(local.address);
    if (address !== "*") this.#own.add(address);
    if (!listens) return;
    const key = listenerKey(protocol, local);
    let known = this.#listeners.get(key);
    if (known === undefined) {
      known = { addresses: new Set(), wildcards: new Set() };
      this.#listeners.set(key, known);
    }
    if (address === "*") known.wildcards.add(family);
    else known.addresses.add(address);
  }

  /** Notes a connection whose two ends have addresses of this machine. */
  addConnection({ protocol, local, peer }: SocketEntry, row: number): void {
    if (peer === null) return;
    const key = connectionKey(protocol, local, peer);
    if (!this.#connections.has(key)) this.#connections.set(key, row);
  }

  #listensAt(protocol: string, endpoint: SocketEndpoint, isIpv6Socket: boolean): boolean {
    if (this.#listeners.size === 0) return false;
    const listeners = this.#listeners.get(listenerKey(protocol, endpoint));
    if (listeners === undefined) return false;
    const address = sameForm(endpoint.address);
    return listeners.addresses.has(address) || takes(listeners.wildcards, address, isIpv6Socket);
  }
}

const portKey = (endpoint: SocketEndpoint) => endpoint.port ?? endpoint.service ?? "*";

const listenerKey = (protocol: string, endpoint: SocketEndpoint) =>
  `${protocol} ${portKey(endpoint)}`;

const connectionKey = (protocol: string, from: SocketEndpoint, to: SocketEndpoint) =>
  `${protocol} ${sameForm(from.address)} ${portKey(from)} ${sameForm(to.address)} ${portKey(to)}`;

const sameForm = (address: string) =>
  address.includes(":") ? unmapped(address).toLowerCase() : address.toLowerCase();

/** Whether a wildcard listener takes connections to the address. [::] takes IPv4 when its sockets say so. */
function takes(wildcards: Listeners["wildcards"], address: string, isIpv6Socket: boolean) {
  if (wildcards.has("46") || wildcards.has(null)) return true;
  const isIpv6 = address.includes(":");
  return isIpv6 ? wildcards.has(6) : wildcards.has(4) || (isIpv6Socket && wildcards.has(6));
}

/** One for each block that has rows. Linear in the rows; a row is made once, a connection within the machine twice. */
export function gatherEvidence(listing: Listing): readonly Evidence[] {
  const tables: Evidence[] = [];
  const connected = new GrowingArray(listing.rowCount);
  const peers: string[] = [];
  let block = 0;
  const pair = () => {
    const table = tables[block]!;
    peers.forEach((address, at) => {
      const row = connected.at(at);
      if (table.isOwnAddress(address)) table.addConnection(listing.row(row).entry, row);
    });
    connected.clear();
    peers.length = 0;
  };
  for (let index = 0; index < listing.rowCount; index += 1) {
    const row = listing.row(index);
    // Rows stand in the order of their blocks.
    if (row.block !== block) {
      pair();
      block = row.block;
    }
    const table = (tables[block] ??= new Evidence());
    table.addSocket(row.entry, row.entry.state === "LISTEN" || waitsWithoutState(row));
    if (row.entry.peer !== null) {
      connected.push(index);
      peers.push(row.entry.peer.address);
    }
  }
  if (peers.length > 0) pair();
  return tables;
}
