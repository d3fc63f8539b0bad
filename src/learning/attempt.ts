/**
 * What was practised, as a log: one line a question answered. Everything else (strengths, what is due, history) follows
 * from the log, so that two tabs, or a file and a browser, are joined by taking every line of both, and nothing is lost.
 */
import { MAX_SEED } from "./draw.ts";
import type { Instance } from "./generator.ts";
import type { Settled } from "./quiz-sitting.ts";
import type { MisconceptionId } from "./misconception.ts";

export const OUTCOMES = ["right", "partly", "wrong", "not-sure"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Attempt {
  /** When it was answered, in milliseconds since 1970. */
  readonly at: number;
  /** The generator's id, or a flash card's; a newer or older version may know others. */
  readonly practised: string;
  readonly seed: number;
  readonly outcome: Outcome;
  /** The beliefs behind what was chosen; a newer or older version may name others. */
  readonly beliefs: readonly (MisconceptionId | (string & {}))[];
}

/** In the order of time, each line once. */
export type AttemptLog = readonly Attempt[];

export function outcomeOf(settled: Settled): Outcome {
  if (settled.type === "not-sure") return "not-sure";
  if (settled.right) return "right";
  // Of several points some are earned by leaving things alone, so half of them are no achievement yet.
  return settled.total > 1 && settled.earned * 2 > settled.total ? "partly" : "wrong";
}

/** The log's line for a question that was answered at `at`. */
export function attemptAt(
  at: number,
  { generator, seed }: Pick<Instance, "generator" | "seed">,
  settled: Settled,
): Attempt {
  return {
    at,
    practised: generator.id,
    seed,
    outcome: outcomeOf(settled),
    beliefs: beliefsIn(settled),
  };
}

export function beliefsIn({ feedback }: Settled): MisconceptionId[] {
  const held = feedback.flatMap(({ chosen, right, belief }) =>
    chosen && !right && belief !== undefined ? [belief] : [],
  );
  return [...new Set(held)];
}

/** Every line of both, once, in the order of time: `one` itself where `other` adds nothing to it. */
export function joined(one: AttemptLog, other: AttemptLog): AttemptLog {
  const [own, added] = [inOrder(one), inOrder(other)];
  const all: Attempt[] = [];
  let next = 0;
  for (const attempt of own) {
    while (next < added.length && compare(added[next]!, attempt) < 0) all.push(added[next++]!);
    // The same line, made twice: the one that is there stays, so that what is known of it holds.
    if (next < added.length && compare(added[next]!, attempt) === 0) next++;
    all.push(attempt);
  }
  while (next < added.length) all.push(added[next++]!);
  return all.length === own.length ? own : all;
}

/** A log is nearly always in order as it is. */
function inOrder(log: AttemptLog): AttemptLog {
  const follows = (attempt: Attempt, index: number) =>
    index === 0 || compare(log[index - 1]!, attempt) < 0;
  if (log.every(follows)) return log;
  return log
    .toSorted(compare)
    .filter((attempt, index, all) => index === 0 || compare(all[index - 1]!, attempt) !== 0);
}

function compare(one: Attempt, other: Attempt): number {
  if (one === other || one.at !== other.at) return one.at - other.at;
  if (one.practised !== other.practised) return one.practised < other.practised ? -1 : 1;
  if (one.seed !== other.seed) return one.seed - other.seed;
  if (one.outcome !== other.outcome) return one.outcome < other.outcome ? -1 : 1;
  const [held, believed] = [one.beliefs.join(), other.beliefs.join()];
  return held === believed ? 0 : held < believed ? -1 : 1;
}

/** The attempts of each key, in their order; those without a key are left out. */
export function grouped<Key>(
  log: AttemptLog,
  keyOf: (attempt: Attempt) => Key | undefined,
): ReadonlyMap<Key, readonly Attempt[]> {
  const groups = new Map<Key, Attempt[]>();
  for (const attempt of log) {
    const key = keyOf(attempt);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [attempt]);
    else group.push(attempt);
  }
  return groups;
}

export function logText(log: AttemptLog): string {
  return log.map(lineOf).join("\n");
}

/** Lines that are none are left out and counted: a newer version may have written them, or a hand. */
export function readLog(text: string): { readonly log: AttemptLog; readonly unread: number } {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const attempts = lines.map(readLine).filter((attempt) => attempt !== null);
  return { log: inOrder(attempts), unread: lines.length - attempts.length };
}

/** "1795358400000 range-of-port 17 wrong ephemeral-above-1023,8080-is-system" */
function lineOf({ at, practised, seed, outcome, beliefs }: Attempt): string {
  const line = `${at} ${practised} ${seed} ${outcome}`;
  return beliefs.length === 0 ? line : `${line} ${beliefs.join(",")}`;
}

const ID = "[a-z0-9]+(?:-[a-z0-9]+)*";
const LINE = new RegExp(
  `^\\s*(\\d{1,15}) (${ID}) (\\d{1,10}) (${OUTCOMES.join("|")})(?: (${ID}(?:,${ID})*))?\\s*$`,
);

function readLine(line: string): Attempt | null {
  const [, at, practised = "", seed, outcome, beliefs] = LINE.exec(line) ?? [];
  if (at === undefined || Number(seed) > MAX_SEED) return null;
  return {
    at: Number(at),
    practised,
    seed: Number(seed),
    outcome: outcome as Outcome,
    beliefs: beliefs === undefined ? [] : beliefs.split(","),
  };
}
