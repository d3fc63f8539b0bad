/** Numbers that a system would draw, taken from the world's seed: always the same for the same world (mulberry32). */
import type { Turn } from "./turn.ts";

/** 0 to 2^32 - 1; the world's seed goes on. */
export function draw(turn: Turn): number {
  const seed = (turn.world.seed + 0x6d_2b_79_f5) >>> 0;
  turn.world = { ...turn.world, seed };
  let value = Math.imul(seed ^ (seed >>> 15), seed | 1);
  value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
  return (value ^ (value >>> 14)) >>> 0;
}
