/**
 * Whether two sockets of one protocol may have the same port, as Linux decides (socket(7), ip(7), ipv6(7);
 * inet_bind_conflict and inet_rcv_saddr_equal of net/ipv4/inet_connection_sock.c, udp_lib_lport_inuse of
 * net/ipv4/udp.c; the matrix recorded from Linux 6.18 is the test). Left out: SO_BINDTODEVICE, IP_BIND_ADDRESS_NO_PORT.
 */
import { type Reason, because } from "./reason.ts";
import { familyOf } from "./wire-address.ts";
import type { PortUse } from "./world.ts";

/** What a socket asks for. */
export type Claim = Pick<
  PortUse,
  "domain" | "v6Only" | "address" | "reuseAddress" | "reusePort" | "user"
>;

/** Whether a packet could be for either: the same address, or one of them takes every address of the family. */
export function overlaps(one: Claim, other: Claim): boolean {
  const families = familiesOf(one);
  if (!familiesOf(other).some((family) => families.includes(family))) return false;
  return one.address === "*" || other.address === "*" || one.address === other.address;
}

function familiesOf({ domain, v6Only, address }: Claim): readonly (4 | 6)[] {
  if (address !== "*") return [familyOf(address)];
  if (domain === 4) return [4];
  return v6Only ? [6] : [4, 6];
}

/** TCP: with SO_REUSEADDR on both, unless the other listens; with SO_REUSEPORT on both, for one user's sockets. */
export function streamsConflict(claim: Claim, use: PortUse): boolean {
  if (!overlaps(claim, use)) return false;
  if (claim.reuseAddress && use.reuseAddress && !use.isListening) return false;
  if (!claim.reusePort || !use.reusePort) return true;
  return !use.isTimeWait && claim.user !== use.user;
}

/** UDP: with SO_REUSEADDR on both, or with SO_REUSEPORT on both, for one user's sockets. */
export function datagramsConflict(claim: Claim, use: PortUse): boolean {
  if (!overlaps(claim, use)) return false;
  if (claim.reuseAddress && use.reuseAddress) return false;
  return !(claim.reusePort && use.reusePort && claim.user === use.user);
}

/** The first use of the port that stands in the way. */
export function conflictWith(
  type: "stream" | "dgram",
  claim: Claim,
  uses: readonly PortUse[],
): PortUse | undefined {
  const conflict = type === "stream" ? streamsConflict : datagramsConflict;
  return uses.find((use) => conflict(claim, use));
}

export function reasonOfConflict(claim: Claim, use: PortUse): Reason {
  const words = use.isListening
    ? "Another socket listens on this port, on an address that is this one or contains it."
    : use.isTimeWait
      ? "A connection in TIME-WAIT still has this port; SO_REUSEADDR would have to be on both sockets."
      : claim.reuseAddress && !use.reuseAddress
        ? "Another socket has this port, and SO_REUSEADDR is not on that one."
        : "Another socket has this port, on an address that is this one or contains it.";
  return because("bind(2), EADDRINUSE; Linux", words);
}
