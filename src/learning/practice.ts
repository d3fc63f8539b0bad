/**
 * Practice without end: what is weak comes more often, what is new comes soon, sooner where its lesson was missed, and
 * nothing comes twice in a row.
 */
import type { AttemptLog } from "./attempt.ts";
import { MAX_SEED, type Draw } from "./draw.ts";
import { type Generator, type Instance, instanceOf } from "./generator.ts";
import { standingByGenerator } from "./standing.ts";

/** In parts: how often a generator comes whose questions are all right, against one whose are all wrong. */
const STRONG = 1;
const WEAK = 8;
const NEW = 5;
/** New, and all of its lesson's questions were right. */
const NEW_BUT_KNOWN = 3;

/** Null where there is no generator. `generators` are those of the wanted topics, `lessons` the strengths by a lesson's address. */
export function nextToPractise(
  log: AttemptLog,
  generators: readonly Generator[],
  draw: Draw,
  lessons: ReadonlyMap<string, number> = new Map(),
): Instance | null {
  const last = log.at(-1)?.practised;
  const others = generators.filter(({ id }) => id !== last);
  const candidates = others.length === 0 ? generators : others;
  if (candidates.length === 0) return null;
  const standings = standingByGenerator(log, candidates);
  const weights = candidates.map(({ id, lesson }) => {
    const strength = standings.get(id)?.strength ?? null;
    if (strength !== null) return between(WEAK, STRONG, strength);
    const taught = lessons.get(lesson);
    return taught === undefined ? NEW : between(WEAK, NEW_BUT_KNOWN, taught);
  });
  let left = draw.whole(
    1,
    weights.reduce((sum, weight) => sum + weight, 0),
  );
  const index = weights.findIndex((weight) => (left -= weight) <= 0);
  return instanceOf(candidates[index]!, draw.whole(0, MAX_SEED));
}

function between(weak: number, strong: number, strength: number): number {
  return Math.round(weak + (strong - weak) * strength);
}
