/**
 * What two listings cannot say of each other: a row is missing when its socket is gone, and also when the
 * tool was not asked for it, cannot show it, or the line was not understood.
 */
import type { Sockets } from "./compare-sockets.ts";
import { isUnderstood } from "./line-fate.ts";
import type { Listing } from "./listing.ts";

const SIDES = ["first", "second"] as const;

export function caveatsOf(
  before: Listing,
  old: Sockets,
  after: Listing,
  now: Sockets,
): readonly string[] {
  const listings = [before, after] as const;
  const both = [old, now] as const;
  const caveats: string[] = [];
  for (const at of [0, 1] as const) {
    const side = SIDES[at];
    const one = both[at];
    const other = both[1 - at]!;
    if (listings[at].rowCount === 0) {
      caveats.push(
        `No socket was read from the ${side} listing: everything in the other one stands alone.`,
      );
      continue;
    }
    const missing = [...other.protocols].filter((protocol) => !one.protocols.has(protocol));
    for (const protocol of missing) {
      caveats.push(
        `The ${side} listing has no ${protocol.toUpperCase()} rows: there were none, or it was not asked for them.`,
      );
    }
    if (!one.hasListeners && other.hasListeners) {
      caveats.push(
        `The ${side} listing has no listeners: nothing listened, or -a (or -l) was not given.`,
      );
    }
    if (!one.hasConnections && other.hasConnections) {
      caveats.push(
        `The ${side} listing has no connections: there were none, or it was asked for listeners only (-l).`,
      );
    }
    if (!one.hasTimeWait && other.hasTimeWait && isLsof(listings[at])) {
      caveats.push(
        `The ${side} listing is lsof's, which shows what processes hold: connections in TIME-WAIT have no process, and are in the other one only.`,
      );
    }
    if (one.hasNames && other.hasNumbers && !other.hasNames) {
      caveats.push(
        `The ${side} listing names ports and hosts, the other has numbers: the same socket looks like two. Make both with -n.`,
      );
    }
    if (!one.hasOwners && other.hasOwners) {
      caveats.push(
        `The ${side} listing names no programs: whether a socket has another owner cannot be told.`,
      );
    }
    if (one.hasCuts) {
      caveats.push(
        `In the ${side} listing values may be cut, so a socket may look like another. netstat -W or ss prints them whole.`,
      );
    }
    const unread = unreadLines(listings[at]);
    if (unread > 0) {
      caveats.push(
        `${unread} ${unread === 1 ? "line" : "lines"} of the ${side} listing ${unread === 1 ? "was" : "were"} not understood: a socket may seem gone or new for that.`,
      );
    }
  }
  const systems = listings.map(
    ({ blocks }) =>
      new Set(blocks.flatMap(({ os, rowCount }) => (rowCount > 0 && os !== null ? [os] : []))),
  );
  const [one, other] = systems;
  if (one!.size > 0 && other!.size > 0 && ![...one!].some((os) => other!.has(os))) {
    caveats.push(
      `The first listing is of ${[...one!].join(" and ")}, the second of ${[...other!].join(" and ")}: these are two machines.`,
    );
  }
  return caveats;
}

const isLsof = ({ blocks }: Listing) =>
  blocks.every(({ dialect, rowCount }) => rowCount === 0 || dialect.startsWith("lsof"));

function unreadLines(listing: Listing): number {
  let unread = 0;
  for (let n = 1; n <= listing.lineCount; n += 1) {
    const fate = listing.fate(n);
    if (fate.kind !== "blank" && !isUnderstood(fate)) unread += 1;
  }
  return unread;
}
