/**
 * Worlds in a row. A history keeps every world there was, which costs little, for each shares nearly everything with
 * the one before: so it can be looked at anywhere, and gone on from anywhere.
 */
import type { Effect } from "./effect.ts";
import type { WorldEvent } from "./event.ts";
import * as schedule from "./schedule.ts";
import { type Step, step } from "./step.ts";
import type { Micros, World } from "./world.ts";

/** One event, the world after it and what happened. */
export interface Moment extends Step {
  readonly event: WorldEvent;
}

export interface History {
  readonly first: World;
  readonly moments: readonly Moment[];
}

/** A world in which everything runs on for ever is stopped after so many events. */
const MOST_EVENTS = 1_000_000;

/** All that is due up to and at `until`, and then the clock stands there. Whole microseconds since the world began. */
export function runUntil(world: World, until: Micros): readonly Moment[] {
  return run(world, (due) => due <= until, until);
}

/** All that is due at this very moment: what loopback needs. */
export function runNow(world: World): readonly Moment[] {
  return run(world, (due) => due <= world.now, null);
}

/** Until nothing is due any more, or, with a limit, nothing before it. Keepalive alone can go on for ever. */
export function runToRest(world: World, limit: Micros = Infinity): readonly Moment[] {
  return run(world, (due) => due <= limit, null);
}

function run(
  world: World,
  isWanted: (due: Micros) => boolean,
  until: Micros | null,
): readonly Moment[] {
  const moments: Moment[] = [];
  let now = world;
  const happen = (event: WorldEvent): void => {
    const next = step(now, event);
    moments.push({ event, ...next });
    now = next.world;
  };
  for (
    let due = schedule.first(now.schedule);
    due !== undefined;
    due = schedule.first(now.schedule)
  ) {
    if (!isWanted(due.at) || moments.length >= MOST_EVENTS) break;
    happen({ kind: "next" });
  }
  if (until !== null && until > now.now) happen({ kind: "wait", until });
  return moments;
}

export function lastWorld(first: World, moments: readonly Moment[]): World {
  return moments.at(-1)?.world ?? first;
}

export function effectsOf(moments: readonly Moment[]): readonly Effect[] {
  return moments.flatMap(({ effects }) => effects);
}

export function begin(first: World): History {
  return { first, moments: [] };
}

/** The history with one more event at its end. */
export function record({ first, moments }: History, event: WorldEvent): History {
  const next = step(lastWorld(first, moments), event);
  return { first, moments: [...moments, { event, ...next }] };
}

/** The history with everything up to `until` at its end. */
export function recordUntil({ first, moments }: History, until: Micros): History {
  return { first, moments: [...moments, ...runUntil(lastWorld(first, moments), until)] };
}

/** The world after so many events; 0 is the beginning. Outside of the history, its nearer end. */
export function worldAfter({ first, moments }: History, count: number): World {
  return count <= 0 ? first : lastWorld(first, moments.slice(0, count));
}

/** The history up to there, to go on from in another way. */
export function fork({ first, moments }: History, count: number): History {
  return { first, moments: moments.slice(0, Math.max(0, count)) };
}
