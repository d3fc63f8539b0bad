/**
 * Endpoints as text, and what a dialect's way of writing them can carry. The inverse of
 * endpoint-text.ts.
 */
import type { Family, SocketEndpoint, SocketEntry } from "#net/socket-entry";

const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;
const DOTTED = /^\d{1,3}(?:\.\d{1,3}){3}$/;

export const isIpv6Text = (address: string): boolean => address.includes(":");
export const isDottedText = (address: string): boolean => DOTTED.test(address);

/** 192.0.2.1 of ::ffff:192.0.2.1 (RFC 4291 §2.5.5.2); any other address unchanged. */
export function unmapped(address: string): string {
  return MAPPED.exec(address)?.[1] ?? address;
}

/** ::ffff:192.0.2.1 of 192.0.2.1; any other text unchanged, 333.333.333.333 too. */
export function mapped(address: string): string {
  const isAddress =
    DOTTED.test(address) && address.split(".").every((octet) => Number(octet) <= 255);
  return isAddress ? `::ffff:${address}` : address;
}

export function portText(endpoint: SocketEndpoint): string {
  return endpoint.port?.toString() ?? endpoint.service ?? "*";
}

/** [2001:db8::1] for an IPv6 address, anything else as it is. */
export function bracketed(address: string): string {
  return isIpv6Text(address) ? `[${address}]` : address;
}

/** Whether the peer is one: a wildcard without a port stands for none. */
export function hasPeer(peer: SocketEndpoint | null): peer is SocketEndpoint {
  return (
    peer !== null && !(peer.address === "*" && (peer.port ?? 0) === 0 && peer.service === null)
  );
}

/** The peer a row shows: a listener has none. */
export function peerOf(entry: SocketEntry): SocketEndpoint | null {
  return entry.state !== "LISTEN" && hasPeer(entry.peer) ? entry.peer : null;
}

/** The family the addresses themselves show; null for names. */
export function shownFamily(address: string, family: Family | null): 4 | 6 | null {
  if (isIpv6Text(address)) return 6;
  if (isDottedText(address)) return 4;
  if (address === "*") return family === null || family === 4 ? 4 : 6;
  return null;
}

/** The endpoint with its address rewritten and, if the dialect prints none, without its zone. */
export function rewritten(
  endpoint: SocketEndpoint,
  address: (text: string) => string,
  keepsZone: boolean,
): SocketEndpoint {
  return {
    address: address(endpoint.address),
    zone: keepsZone ? endpoint.zone : null,
    port: endpoint.port,
    service: endpoint.port === null ? endpoint.service : null,
  };
}
