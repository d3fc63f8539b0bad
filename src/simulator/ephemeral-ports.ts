/**
 * Ports that the system chooses, from ip_local_port_range (ip(7)). connect() needs a port that is free towards this one
 * destination, and tries the range's even places first; bind() to port 0 needs one that nobody has on an overlapping
 * address, and tries the odd places first (__inet_hash_connect and inet_csk_find_open_port of Linux). Where the search
 * begins is drawn from the world's seed; Linux draws it from a secret.
 */
import { type Claim, datagramsConflict, overlaps } from "./bind-rules.ts";
import type { IpAddress, PacketEnd } from "./packet.ts";
import { usesOf } from "./port-uses.ts";
import { draw } from "./seed.ts";
import { findConnection } from "./socket-lookup.ts";
import { mayReuse } from "./time-wait-reuse.ts";
import type { Turn } from "./turn.ts";
import type { HostName } from "./world.ts";

/** For connect(); null where every port of the range has a connection to this destination. */
export function portForConnection(
  turn: Turn,
  host: HostName,
  address: IpAddress,
  peer: PacketEnd,
): number | null {
  const state = turn.host(host);
  return search(turn, host, "even first", (port) => {
    if (usesOf(state, "stream", port).some((use) => use.isBound)) return false;
    const old = findConnection(state, { address, port }, peer);
    return old === undefined || mayReuse(turn, host, old);
  });
}

/** For bind() to port 0, and listen() and sendto() without bind(); null where no port of the range is free. */
export function portForAnyone(
  turn: Turn,
  host: HostName,
  type: "stream" | "dgram",
  claim: Claim,
): number | null {
  const state = turn.host(host);
  return search(turn, host, "odd first", (port) =>
    usesOf(state, type, port).every((use) =>
      type === "stream" ? !overlaps(claim, use) : !datagramsConflict(claim, use),
    ),
  );
}

function search(
  turn: Turn,
  host: HostName,
  order: "even first" | "odd first",
  isFree: (port: number) => boolean,
): number | null {
  const [low, high] = turn.host(host).settings.ip_local_port_range;
  const count = high - low + 1;
  if (count < 1) return null;
  const from = draw(turn) % count;
  for (const parity of order === "even first" ? [0, 1] : [1, 0]) {
    const places = Math.floor((count - parity + 1) / 2);
    for (let step = 0; step < places; step += 1) {
      const port = low + (((from >>> 1) + step) % places) * 2 + parity;
      if (isFree(port)) return port;
    }
  }
  return null;
}
