/**
 * Addresses as sockets meet them. Packets and the kernel's tables carry IPv4 as IPv4; an IPv6 socket that serves IPv4
 * as well shows and takes such addresses as ::ffff:192.0.2.1 (RFC 4291 §2.5.5.2, RFC 3493 §3.7, ipv6(7)).
 */
import type { IpAddress } from "./packet.ts";
import type { BoundTo, Socket } from "./world.ts";

const MAPPED = "::ffff:";

export function familyOf(address: IpAddress): 4 | 6 {
  return address.includes(":") ? 6 : 4;
}

/** What stands in packets: ::ffff:192.0.2.1 is 192.0.2.1. The wildcards 0.0.0.0 and :: become "*". */
export function onTheWire(address: IpAddress | "*"): IpAddress | "*" {
  if (address === "0.0.0.0" || address === "::") return "*";
  return address.startsWith(MAPPED) && address.includes(".")
    ? address.slice(MAPPED.length)
    : address;
}

/** What a program with a socket of this domain is told. */
export function asSeenBy(domain: 4 | 6, address: IpAddress | "*"): IpAddress | "*" {
  return domain === 6 && address !== "*" && familyOf(address) === 4
    ? `${MAPPED}${address}`
    : address;
}

export function endAsSeenBy<Port extends BoundTo>(domain: 4 | 6, end: Port): Port {
  return { ...end, address: asSeenBy(domain, end.address) };
}

export function isLoopback(address: IpAddress): boolean {
  return address === "::1" || address.startsWith("127.");
}

/** Whether packets to this address may be for this socket, as far as its domain and IPV6_V6ONLY go. */
export function serves(
  { domain, options }: Pick<Socket, "domain" | "options">,
  family: 4 | 6,
): boolean {
  return domain === family || (domain === 6 && !options.v6Only);
}
