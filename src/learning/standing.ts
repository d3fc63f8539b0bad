/** How one stands, from the log alone: by topic, by generator, by belief. The newest answers weigh most. */
import { type Attempt, type AttemptLog, grouped } from "./attempt.ts";
import type { Generator } from "./generator.ts";
import { MISCONCEPTIONS, type MisconceptionId } from "./misconception.ts";
import { TOPICS, type Topic } from "./topic.ts";

export interface Standing {
  readonly asked: number;
  readonly right: number;
  /** 0 to 1; null where nothing was asked. */
  readonly strength: number | null;
}

/** Each answer weighs this much of the one after it: after four, an old answer counts for a quarter. */
const FADES = 0.7;
const WORTH = { right: 1, partly: 0.5, wrong: 0, "not-sure": 0 } as const;

export function standingOf(attempts: readonly Attempt[]): Standing {
  let worth = 0;
  let weight = 0;
  for (const { outcome } of attempts) {
    worth = worth * FADES + WORTH[outcome];
    weight = weight * FADES + 1;
  }
  return {
    asked: attempts.length,
    right: attempts.filter(({ outcome }) => outcome === "right").length,
    strength: weight === 0 ? null : worth / weight,
  };
}

export function standingByGenerator(
  log: AttemptLog,
  generators: readonly Generator[],
): ReadonlyMap<string, Standing> {
  const attempts = grouped(log, ({ practised }) => practised);
  return new Map(generators.map(({ id }) => [id, standingOf(attempts.get(id) ?? [])]));
}

/** What other versions practised counts nowhere, and stays in the log. */
export function standingByTopic(
  log: AttemptLog,
  generators: readonly Generator[],
): Readonly<Record<Topic, Standing>> {
  const topicOf = new Map(generators.map(({ id, topic }) => [id, topic]));
  const attempts = grouped(log, ({ practised }) => topicOf.get(practised));
  return Object.fromEntries(
    Object.keys(TOPICS).map((topic) => [topic, standingOf(attempts.get(topic as Topic) ?? [])]),
  ) as Record<Topic, Standing>;
}

export interface HeldBelief {
  readonly id: MisconceptionId;
  readonly times: number;
  /** When it was last held, in milliseconds since 1970. */
  readonly lastAt: number;
  /** Right answers since then to what it was held in. */
  readonly rightSince: number;
}

/** The one held last comes first; those that this version of the course does not name are left out. */
export function heldBeliefs(log: AttemptLog): HeldBelief[] {
  const held = new Map<MisconceptionId, Attempt[]>();
  for (const attempt of log)
    for (const id of attempt.beliefs.filter(isNamed)) {
      const attempts = held.get(id);
      if (attempts === undefined) held.set(id, [attempt]);
      else attempts.push(attempt);
    }
  const right = grouped(log, ({ outcome, practised }) =>
    outcome === "right" ? practised : undefined,
  );
  return [...held.entries()]
    .map(([id, attempts]) => {
      const lastAt = attempts.at(-1)!.at;
      const heldIn = new Set(attempts.map(({ practised }) => practised));
      const since = [...heldIn].map((practised) => countAfter(lastAt, right.get(practised) ?? []));
      const rightSince = since.reduce((sum, count) => sum + count, 0);
      return { id, times: attempts.length, lastAt, rightSince };
    })
    .toSorted((a, b) => b.lastAt - a.lastAt);
}

function countAfter(time: number, attempts: readonly Attempt[]): number {
  return attempts.length - 1 - attempts.findLastIndex(({ at }) => at <= time);
}

function isNamed(belief: string): belief is MisconceptionId {
  return Object.hasOwn(MISCONCEPTIONS, belief);
}
