/**
 * The sittings that the browser keeps, so that one can be gone on with, and the best drill. Two records are joined by
 * taking every sitting of both; of the same sitting in two tabs the one with more answers counts, for answers are only
 * ever added. The oldest are dropped.
 */
import { MAX_COUNT, planQuery, readPlan } from "./quiz-plan.ts";
import type { Given, Sitting } from "./quiz-sitting.ts";
import { isSavedAnswer } from "./saved-answer.ts";

export interface DrillBest {
  /** Questions with all points, within the minute. */
  readonly right: number;
  /** When that drill began, in milliseconds since 1970. */
  readonly at: number;
}

export interface SittingRecord {
  /** The one begun last comes first; at most KEPT_SITTINGS. */
  readonly sittings: readonly Sitting[];
  readonly best: DrillBest | null;
}

export const KEPT_SITTINGS = 12;
export const NO_SITTINGS: SittingRecord = { sittings: [], best: null };
const VERSION = 1;

/** Whether the two are one sitting, perhaps at different moments. */
export function isSameSitting(one: Sitting, other: Sitting): boolean {
  return keyOf(one) === keyOf(other);
}

/** The one of the two that holds more answers. */
export function longer(one: Sitting, other: Sitting): Sitting {
  const more = one.given.length - other.given.length;
  if (more !== 0) return more > 0 ? one : other;
  return JSON.stringify(one.given) <= JSON.stringify(other.given) ? one : other;
}

/** With the answer to the question at `index`; as it was where that question has one already, or an earlier one has none. */
export function withAnswer(sitting: Sitting, index: number, given: Given): Sitting {
  if (sitting.given.length !== index) return sitting;
  return { ...sitting, given: [...sitting.given, given] };
}

export function joinedSittings(one: SittingRecord, other: SittingRecord): SittingRecord {
  const sittings = new Map<string, Sitting>();
  for (const sitting of [...one.sittings, ...other.sittings]) {
    const there = sittings.get(keyOf(sitting));
    sittings.set(keyOf(sitting), there === undefined ? sitting : longer(there, sitting));
  }
  const newest = [...sittings.entries()]
    .toSorted(([a, x], [b, y]) => y.startedAt - x.startedAt || (a < b ? -1 : 1))
    .map(([, sitting]) => sitting);
  return { sittings: newest.slice(0, KEPT_SITTINGS), best: better(one.best, other.best) };
}

export function sittingRecordText({ sittings, best }: SittingRecord): string {
  return JSON.stringify({ version: VERSION, sittings: sittings.map(plainSitting), best });
}

export type ReadSittings =
  | {
      readonly kind: "record";
      readonly record: SittingRecord;
      /** False where some of the text could not be understood. */
      readonly isWhole: boolean;
    }
  | { readonly kind: "later-version" };

/** Never throws: what the text holds that is none is left out. */
export function readSittingRecord(text: string): ReadSittings {
  const value = parsed(text);
  if (!isObject(value)) return { kind: "record", record: NO_SITTINGS, isWhole: false };
  if (typeof value["version"] === "number" && value["version"] > VERSION)
    return { kind: "later-version" };
  const list: unknown[] = Array.isArray(value["sittings"]) ? value["sittings"] : [];
  const sittings = list.map(readSitting).filter((sitting) => sitting !== null);
  const best = readBest(value["best"]);
  return {
    kind: "record",
    record: joinedSittings({ sittings, best }, NO_SITTINGS),
    isWhole: Array.isArray(value["sittings"]) && (best !== null || value["best"] === null),
  };
}

/** A sitting as plain data, for where the browser keeps such: `readSitting` reads it again. */
export function plainSitting({ plan, startedAt, given }: Sitting): object {
  return { quiz: planQuery(plan), startedAt, given };
}

/** Null where it is none, or its questions were of another version: then the answers would fit other questions. */
export function readSitting(value: unknown): Sitting | null {
  if (!isObject(value)) return null;
  const { quiz, startedAt, given } = value;
  if (typeof quiz !== "string" || !isTime(startedAt) || !Array.isArray(given)) return null;
  const parameters = new Map(quiz.split("&").map((part) => part.split("=") as [string, string]));
  const read = readPlan((name) => parameters.get(name) ?? null);
  if (read.type !== "plan" || read.isOfOtherVersion) return null;
  const answers = given.slice(0, MAX_COUNT);
  return answers.every(isGiven) ? { plan: read.plan, startedAt, given: answers } : null;
}

function better(one: DrillBest | null, other: DrillBest | null): DrillBest | null {
  if (one === null || other === null) return one ?? other;
  // Of two as good the earlier one is the best: the later only reached it.
  return one.right !== other.right
    ? one.right > other.right
      ? one
      : other
    : one.at <= other.at
      ? one
      : other;
}

function readBest(value: unknown): DrillBest | null {
  if (!isObject(value)) return null;
  const { right, at } = value;
  return isTime(at) && Number.isInteger(right) && Number(right) >= 0 && Number(right) <= MAX_COUNT
    ? { right: Number(right), at }
    : null;
}

function isGiven(value: unknown): value is Given {
  return isObject(value) && isTime(value["took"]) && isSavedAnswer(value["answer"]);
}

function isTime(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function keyOf({ plan, startedAt }: Sitting): string {
  return `${startedAt} ${planQuery(plan)}`;
}
