/**
 * Two listings of one machine: what appeared, what went, what changed its state or its owner. Which sockets
 * are the same is told by compare-sockets.ts. Connections come and go all the time, so they are grouped by
 * the service and who talks to whom; listeners stand alone. What the two listings cannot say of each other
 * (other flags, other tools) is said first. Linear in the rows.
 */
import { caveatsOf } from "./compare-caveats.ts";
import { ownerChange, type Socket, socketsOf } from "./compare-sockets.ts";
import { changeSentence, groupLabel } from "./compare-words.ts";
import type { Explainer } from "./explanation.ts";
import type { Listing } from "./listing.ts";

/** One side of a comparison. */
export interface Compared {
  readonly listing: Listing;
  readonly explain: Explainer;
}

export type ChangeKind = "appeared" | "gone" | "state" | "owner";

export interface Change {
  readonly kind: ChangeKind;
  /** The rows, counted from 0; null on the side that has none. */
  readonly before: number | null;
  readonly after: number | null;
  /** "nginx now listens on TCP port 80 (*)." */
  readonly sentence: string;
}

/** Changes of connections to one service. */
export interface ChangeGroup {
  /** "client of 203.0.113.9, TCP port 443", "TCP port 80, from 198.51.100.7" */
  readonly label: string;
  readonly appeared: number;
  readonly gone: number;
  /** How many changed their state or owner. */
  readonly changed: number;
  /** The first of them, at most MOST_CHANGES. */
  readonly changes: readonly Change[];
}

export interface Comparison {
  /** "2 sockets appeared, 1 went and 3 changed; 40 are the same." */
  readonly sentence: string;
  readonly appeared: number;
  readonly gone: number;
  readonly changed: number;
  readonly same: number;
  /** Listeners, receivers and ports that are only held, each by itself; the first MOST_CHANGES. */
  readonly listeners: readonly Change[];
  /** The largest first. */
  readonly connections: readonly ChangeGroup[];
  /** What the comparison cannot tell, each a sentence. */
  readonly caveats: readonly string[];
}

const MOST_CHANGES = 100;
const MOST_GROUPS = 500;

export function compare(before: Compared, after: Compared): Comparison {
  const old = socketsOf(before.listing);
  const now = socketsOf(after.listing);
  const collected = new Collected();
  for (const [key, socket] of now.sockets) {
    const was = old.sockets.get(key);
    if (was === undefined) collected.add(after, socket, "appeared", null, socket);
    else collected.compare(after, was, socket);
  }
  for (const [key, socket] of old.sockets) {
    if (!now.sockets.has(key)) collected.add(before, socket, "gone", socket, null);
  }
  const { counts, same } = collected;
  const changed = counts.state + counts.owner;
  return {
    sentence: sentenceOf(counts.appeared, counts.gone, changed, same),
    appeared: counts.appeared,
    gone: counts.gone,
    changed,
    same,
    listeners: collected.listeners,
    connections: collected.groups(),
    caveats: caveatsOf(before.listing, old, after.listing, now),
  };
}

interface GrowingGroup {
  readonly label: string;
  appeared: number;
  gone: number;
  changed: number;
  readonly changes: Change[];
}

class Collected {
  readonly counts: Record<ChangeKind, number> = { appeared: 0, gone: 0, state: 0, owner: 0 };
  readonly listeners: Change[] = [];
  same = 0;
  readonly #groups = new Map<string, GrowingGroup>();

  compare(side: Compared, was: Socket, is: Socket): void {
    const isOtherState = was.state !== null && is.state !== null && was.state !== is.state;
    if (isOtherState) this.add(side, is, "state", was, is);
    else if (ownerChange(was, is) !== "same") this.add(side, is, "owner", was, is);
    else this.same += 1;
  }

  /** `side` and `shown`: the listing and the socket that the change is described by. */
  add(
    side: Compared,
    shown: Socket,
    kind: ChangeKind,
    was: Socket | null,
    is: Socket | null,
  ): void {
    this.counts[kind] += 1;
    const { entry } = side.listing.row(shown.row);
    const { role, end } = side.explain.judge(shown.row);
    const make = (): Change => ({
      kind,
      before: was?.row ?? null,
      after: is?.row ?? null,
      sentence: changeSentence(kind, entry, role, was, is),
    });
    if (entry.peer === null) {
      if (this.listeners.length < MOST_CHANGES) this.listeners.push(make());
      return;
    }
    const label = groupLabel(entry, entry.peer, end);
    let group = this.#groups.get(label);
    if (group === undefined) {
      group = { label, appeared: 0, gone: 0, changed: 0, changes: [] };
      this.#groups.set(label, group);
    }
    if (kind === "appeared") group.appeared += 1;
    else if (kind === "gone") group.gone += 1;
    else group.changed += 1;
    if (group.changes.length < MOST_CHANGES) group.changes.push(make());
  }

  groups(): readonly ChangeGroup[] {
    const size = ({ appeared, gone, changed }: GrowingGroup) => appeared + gone + changed;
    return [...this.#groups.values()]
      .sort((one, other) => size(other) - size(one) || (one.label < other.label ? -1 : 1))
      .slice(0, MOST_GROUPS);
  }
}

function sentenceOf(appeared: number, gone: number, changed: number, same: number): string {
  if (appeared + gone + changed === 0) {
    return same === 0
      ? "There are no sockets to compare."
      : `Nothing changed: ${same} ${same === 1 ? "socket is" : "sockets are"} the same.`;
  }
  const parts = [
    appeared > 0 && `${appeared} ${appeared === 1 ? "socket" : "sockets"} appeared`,
    gone > 0 && `${gone} went`,
    changed > 0 && `${changed} changed`,
  ].filter((part) => part !== false);
  const last = parts.pop()!;
  const all = parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
  return `${all}; ${same} ${same === 1 ? "is" : "are"} the same.`;
}
