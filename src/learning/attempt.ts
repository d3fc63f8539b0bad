/**
 * What was practised, as a log: one line a question answered. Everything else (strengths, what is due, history) follows
 * from the log, so that two tabs, or a file and a browser, are joined by taking every line of both, and nothing is lost.
 */
import { MAX_SEED } from "./draw.ts";
import type { Instance } from "./generator.ts";
import type { Settled } from "./quiz-sitting.ts";
import { MISCONCEPTIONS, type MisconceptionId } from "./misconception.ts";

const OUTCOMES = ["right", "partly", "wrong", "not-sure"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Attempt {
  /** When it was answered, in milliseconds since 1970. */
  readonly at: number;
  /** The generator's id, or a flash card's; a newer or older version may know others. */
  readonly practised: string;
  readonly seed: number;
  readonly outcome: Outcome;
  /** The beliefs behind what was chosen. */
  readonly beliefs: readonly MisconceptionId[];
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

/** Every line of both, once, in the order of time. */
export function joined(one: AttemptLog, other: AttemptLog): AttemptLog {
  const lines = new Map([...one, ...other].map((attempt) => [lineOf(attempt), attempt]));
  return [...lines.entries()]
    .toSorted(([a, first], [b, second]) => first.at - second.at || (a < b ? -1 : a > b ? 1 : 0))
    .map(([, attempt]) => attempt);
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
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const attempts = lines.map(readLine).filter((attempt) => attempt !== null);
  return { log: joined(attempts, []), unread: lines.length - attempts.length };
}

/** "1795358400000 range-of-port 17 wrong ephemeral-above-1023,8080-is-system" */
function lineOf({ at, practised, seed, outcome, beliefs }: Attempt): string {
  return [at, practised, seed, outcome, ...(beliefs.length === 0 ? [] : [beliefs.join(",")])].join(
    " ",
  );
}

function readLine(line: string): Attempt | null {
  const [at = "", practised = "", seed = "", outcome = "", beliefs = "", ...rest] = line
    .trim()
    .split(" ");
  const known = OUTCOMES.find((each) => each === outcome);
  const isWhole = /^\d{1,15}$/.test(at) && /^\d{1,10}$/.test(seed) && Number(seed) <= MAX_SEED;
  if (known === undefined || !isWhole || rest.length > 0) return null;
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(practised)) return null;
  return {
    at: Number(at),
    practised,
    seed: Number(seed),
    outcome: known,
    // A belief that the course no longer names is dropped, the attempt is not.
    beliefs: beliefs
      .split(",")
      .filter((id): id is MisconceptionId => Object.hasOwn(MISCONCEPTIONS, id)),
  };
}
