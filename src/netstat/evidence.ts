/**
 * What a whole listing says about its single rows, gathered once: which ports have listeners, which rows
 * are the two ends of one connection, which addresses are this machine's own. Addresses are compared as
 * IPv4 where they are v4-mapped, and zones are ignored: netstat and ss write the same socket differently.
 */
import type { SocketEndpoint, SocketEntry } from "#net/socket-entry";
import { unmapped } from "./endpoint-print.ts";
import type { Listing } from "./listing.ts";

export interface Evidence {
  /** The row of a listener that takes connections to this local endpoint, or null. */
  listenerFor(entry: SocketEntry): number | null;
  /** The row of a listener at this endpoint of the same machine, or null. */
  listenerAt(protocol: string, endpoint: SocketEndpoint): number | null;
  /** The row with the same endpoints the other way round, or null. */
  mirrorOf(entry: SocketEntry, row: number): number | null;
  /** Whether the address is one a row of the listing has on its local side. */
  isOwnAddress(address: string): boolean;
  readonly hasListeners: boolean;
  readonly hasConnections: boolean;
}

interface Listener {
  readonly row: number;
  readonly address: string;
  readonly entry: SocketEntry;
}

const portKey = (endpoint: SocketEndpoint) => endpoint.port ?? endpoint.service ?? "*";

const sameForm = (address: string) => unmapped(address).toLowerCase();

function connectionKey(protocol: string, from: SocketEndpoint, to: SocketEndpoint): string {
  return `${protocol} ${sameForm(from.address)} ${portKey(from)} ${sameForm(to.address)} ${portKey(to)}`;
}

/** Linear in the listing's rows. */
export function gatherEvidence(listing: Listing): Evidence {
  const listeners = new Map<string, Listener[]>();
  const connections = new Map<string, number>();
  const own = new Set<string>();

  for (let row = 0; row < listing.rowCount; row += 1) {
    const { entry } = listing.row(row);
    if (entry.local.address !== "*") own.add(sameForm(entry.local.address));
    if (entry.state === "LISTEN") {
      const key = `${entry.protocol} ${portKey(entry.local)}`;
      const known = listeners.get(key);
      // One port seldom has more than a few listeners; a listing that says otherwise is not searched for ever.
      if (known === undefined)
        listeners.set(key, [{ row, address: sameForm(entry.local.address), entry }]);
      else if (known.length < 16)
        known.push({ row, address: sameForm(entry.local.address), entry });
    } else if (entry.peer !== null) {
      const key = connectionKey(entry.protocol, entry.local, entry.peer);
      if (!connections.has(key)) connections.set(key, row);
    }
  }

  const find = (
    protocol: string,
    endpoint: SocketEndpoint,
    isIpv6Socket: boolean,
  ): number | null => {
    const address = sameForm(endpoint.address);
    const candidates = listeners.get(`${protocol} ${portKey(endpoint)}`) ?? [];
    const exact = candidates.find((listener) => listener.address === address);
    const wide = candidates.find((listener) => serves(listener, address, isIpv6Socket));
    return (exact ?? wide)?.row ?? null;
  };

  return {
    listenerFor: (entry) => find(entry.protocol, entry.local, entry.family !== 4),
    listenerAt: (protocol, endpoint) => find(protocol, endpoint, true),
    mirrorOf(entry, row) {
      if (entry.peer === null) return null;
      const mirror = connections.get(connectionKey(entry.protocol, entry.peer, entry.local));
      return mirror === undefined || mirror === row ? null : mirror;
    },
    isOwnAddress: (address) => own.has(sameForm(address)),
    hasListeners: listeners.size > 0,
    hasConnections: connections.size > 0,
  };
}

/** Whether a wildcard listener takes connections to the address. [::] takes IPv4 when its sockets say so. */
function serves(listener: Listener, address: string, isIpv6Socket: boolean): boolean {
  if (listener.address !== "*") return false;
  const isIpv6 = address.includes(":");
  switch (listener.entry.family) {
    case 4:
      return !isIpv6;
    case 6:
      return isIpv6 || isIpv6Socket;
    case "46":
    case null:
      return true;
  }
}
