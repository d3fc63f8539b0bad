/**
 * Whether a world still has something before it that a person would wait for: packets on their way, retransmissions,
 * acknowledgments held back, time limits. TIME-WAIT, keepalive and an orphan's FIN-WAIT-2 end by themselves, later.
 */
import * as schedule from "./schedule.ts";
import type { TimerName, World } from "./world.ts";

const IDLE: ReadonlySet<TimerName> = new Set(["time-wait", "keepalive", "fin-wait-2"]);

export function isSettled(world: World): boolean {
  for (const { item } of schedule.entries(world.schedule))
    if (item.kind !== "timer" || !IDLE.has(item.timer)) return false;
  return true;
}
