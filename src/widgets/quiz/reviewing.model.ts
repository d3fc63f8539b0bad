/** A review under way, as plain data too: a reload, and the way back from a lesson, find it as it was left. */
import { type Asked, plainAsked, readAsked } from "#learning/asked";
import { GENERATORS } from "#learning/generators";
import { mark } from "#learning/mark";
import { type Reviewed, practisedIn, reviewedBy } from "./due.model.ts";

export interface Reviewing {
  readonly queue: readonly Reviewed[];
  /** 0 to the queue's length, where the review is over. */
  readonly place: number;
  /** Before this place. */
  readonly right: number;
  /** The question of this place; null for a card, and at the end. */
  readonly asked: Asked | null;
}

export function isAskedRight({ instance, given }: Asked): boolean {
  if (given === null) return false;
  const settled = mark(instance.question, given);
  return settled.type === "marked" && settled.right;
}

export function plainReviewing({ queue, place, right, asked }: Reviewing): object {
  return {
    queue: queue.map(practisedIn),
    place,
    right,
    asked: asked === null ? null : plainAsked(asked),
  };
}

/** Null where it is none, is over, or was kept by another version. Never throws. */
export function readReviewing(value: unknown): Reviewing | null {
  if (typeof value !== "object" || value === null) return null;
  const { queue: names, place, right, asked: kept } = value as Record<string, unknown>;
  if (!Array.isArray(names)) return null;
  const queue = names.flatMap((name) => reviewedBy(String(name), GENERATORS) ?? []);
  if (queue.length !== names.length || !isUpTo(place, queue.length) || !isUpTo(right, place))
    return null;
  const reviewed = queue[place];
  if (reviewed?.kind === "card") return { queue, place, right, asked: null };
  const asked = reviewed === undefined ? null : readAsked(kept, [reviewed.generator]);
  return asked === null ? null : { queue, place, right, asked };
}

const isUpTo = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;
