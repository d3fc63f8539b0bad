/** A question that was asked, and how it was answered, as plain data: so that a reload or a way back shows it again. */
import { MAX_SEED } from "./draw.ts";
import { type Generator, type Instance, instanceOf } from "./generator.ts";
import { type Answer, mark } from "./mark.ts";
import { isSavedAnswer, restored, saved } from "./saved-answer.ts";

export interface Asked {
  readonly instance: Instance;
  /** Null until it is answered. */
  readonly given: Answer | null;
}

export function plainAsked({ instance, given }: Asked): object {
  const { generator, seed } = instance;
  return { generator: generator.id, seed, given: given === null ? null : saved(given) };
}

/** Null where it is none, or of a generator that is not among these. An answer that does not fit is left out. */
export function readAsked(value: unknown, generators: readonly Generator[]): Asked | null {
  if (typeof value !== "object" || value === null) return null;
  const { generator: id, seed, given: kept } = value as Record<string, unknown>;
  const generator = generators.find((each) => each.id === id);
  if (generator === undefined || !isSeed(seed)) return null;
  const instance = instanceOf(generator, seed);
  const given = isSavedAnswer(kept) ? restored(kept, instance.question) : null;
  const isFitting = given !== null && mark(instance.question, given).type !== "invalid";
  return { instance, given: isFitting ? given : null };
}

const isSeed = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_SEED;
