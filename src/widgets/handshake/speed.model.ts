/** How fast a run plays: every beat has its moment, and a wait a longer one, however long it was. */
import type { Timeline } from "#simulator/timeline";
import { timeAt } from "./session.model.ts";

export const SPEEDS = ["slow", "normal", "fast"] as const;
export type Speed = (typeof SPEEDS)[number];

export const SPEED_NAMES = SPEEDS.map((speed) => [speed, speed] as const);

/** Milliseconds on the screen. */
const BEAT: Readonly<Record<Speed, number>> = { slow: 2200, normal: 1100, fast: 450 };
/** From so many microseconds on a wait is folded. */
export const LONG_WAIT = 100_000;

/** How long the moment before the next beat stands, in milliseconds. */
export function pauseBefore(timeline: Timeline, position: number, speed: Speed): number {
  const isLong = timeAt(timeline, position + 1) - timeAt(timeline, position) >= LONG_WAIT;
  return isLong ? BEAT[speed] * 1.6 : BEAT[speed];
}

export function otherSpeed(speed: Speed, by: 1 | -1): Speed {
  return SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, SPEEDS.indexOf(speed) + by))]!;
}
