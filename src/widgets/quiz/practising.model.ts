/** A practice under way, as plain data too: a reload, and the way back from a lesson, find it as it was left. */
import { type Asked, plainAsked, readAsked } from "#learning/asked";
import { GENERATORS } from "#learning/generators";
import { ALL_TOPICS } from "#learning/quiz-plan";
import type { Topic } from "#learning/topic";

export interface Practising {
  readonly topics: readonly Topic[];
  readonly asked: Asked;
  /** So far. */
  readonly answered: number;
  readonly right: number;
}

export function plainPractising({ asked, ...rest }: Practising): object {
  return { ...rest, asked: plainAsked(asked) };
}

/** Null where it is none. Never throws. */
export function readPractising(value: unknown): Practising | null {
  if (typeof value !== "object" || value === null) return null;
  const { topics: named, asked: kept, answered, right } = value as Record<string, unknown>;
  const asked = readAsked(kept, GENERATORS);
  const topics = ALL_TOPICS.filter((topic) => Array.isArray(named) && named.includes(topic));
  if (asked === null || topics.length === 0 || !isCount(answered) || !isCount(right)) return null;
  return { topics, asked, answered, right: Math.min(right, answered) };
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
