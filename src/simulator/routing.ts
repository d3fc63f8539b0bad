/**
 * Where a packet for an address goes, and which of its own addresses the host puts on it. Simplified: every host is on
 * one link, an IPv4 /24 or an IPv6 /64 by each of its addresses, with no router: what is not there is unreachable
 * (ENETUNREACH, ip(7)). The source is the first address on the destination's network, else the first of its family; to an
 * IPv6 address of its own, that one (asked of Linux 6.18).
 */
import type { IpAddress } from "./packet.ts";
import { familyOf, isLoopback } from "./wire-address.ts";
import type { Host, HostName, World } from "./world.ts";

export const addressesOfHost = (host: Host): readonly IpAddress[] =>
  host.interfaces.flatMap(({ addresses }) => addresses);

/** Whether the host takes packets for this address. */
export function isOwn(host: Host, address: IpAddress): boolean {
  return isLoopback(address) || addressesOfHost(host).includes(address);
}

/** Null where no host has it. A host that is off has it still. */
export function ownerOf(world: World, from: HostName, address: IpAddress): HostName | null {
  if (isLoopback(address)) return from;
  const sender = world.hosts[from];
  if (sender !== undefined && isOwn(sender, address)) return from;
  return (
    Object.values(world.hosts).find((host) => addressesOfHost(host).includes(address))?.name ?? null
  );
}

/** The host's own address for packets to `to`; null where there is no way there. */
export function sourceFor(world: World, host: Host, to: IpAddress): IpAddress | null {
  if (isLoopback(to)) return familyOf(to) === 4 ? "127.0.0.1" : "::1";
  if (isOwn(host, to) && familyOf(to) === 6) return to;
  const own = addressesOfHost(host).filter((address) => familyOf(address) === familyOf(to));
  const near = own.find((address) => networkOf(address) === networkOf(to));
  if (near !== undefined) return near;
  const isThere = Object.values(world.hosts).some((other) => addressesOfHost(other).includes(to));
  return isThere ? (own[0] ?? null) : null;
}

/** To all on the link: the last address of an IPv4 /24. Nothing here sends or takes broadcasts. */
export function isBroadcast(address: IpAddress): boolean {
  return familyOf(address) === 4 && address.endsWith(".255");
}

/** 224.0.0.0 to 239.255.255.255 (RFC 5771). */
export function isMulticast(address: IpAddress): boolean {
  if (familyOf(address) === 6) return false;
  const first = Number(address.split(".")[0]);
  return first >= 224 && first <= 239;
}

/** 192.0.2.7 is in 192.0.2; 2001:db8:0:1::7 in its first four groups. */
function networkOf(address: IpAddress): string {
  if (familyOf(address) === 4) return address.split(".").slice(0, 3).join(".");
  const [head = "", tail = ""] = address.split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === "" ? [] : tail.split(":");
  const gap = address.includes("::") ? 8 - front.length - back.length : 0;
  return [...front, ...Array.from({ length: gap }, () => "0"), ...back].slice(0, 4).join(":");
}
