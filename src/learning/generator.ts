/**
 * A generator makes questions of one making without end, each from a seed. It is one small file in `generators/`
 * with its test beside it; `docs/writing-a-generator.md` tells how to write another. What is right comes from the
 * same facts, listings and simulated hosts that the rest of the app uses, never from a list of answers.
 */
import { MAX_SEED, type Draw, drawFrom } from "./draw.ts";
import type { Question } from "./question.ts";
import type { Topic } from "./topic.ts";

export interface Generator {
  /** Kebab-case, unique; it stands in links and in what the browser remembers, so it never changes. */
  readonly id: string;
  readonly topic: Topic;
  /** What it practises, completing "You practise …": "telling a port's range". */
  readonly practises: string;
  /** The lesson that teaches it: `chapter/lesson`, as in its address. */
  readonly lesson: string;
  /** Never throws; draws from `draw` alone, so that the same draws make the same question. The question's id is set by `instanceOf`. */
  readonly make: (draw: Draw) => Unnamed;
}

type WithoutId<Each> = Each extends Question ? Omit<Each, "id"> : never;
/** A question that has no id yet. */
export type Unnamed = WithoutId<Question>;

/** One question, and from what it can be made again. */
export interface Instance {
  readonly generator: Generator;
  /** A whole number from 0 to MAX_SEED. */
  readonly seed: number;
  readonly question: Question;
}

/** Throws a RangeError where the seed is none. */
export function instanceOf(generator: Generator, seed: number): Instance {
  if (!Number.isInteger(seed) || seed < 0 || seed > MAX_SEED)
    throw new RangeError(`${seed} is no seed.`);
  const question = { ...generator.make(drawFrom(seed)), id: `${generator.id}-${seed}` } as Question;
  return { generator, seed, question };
}
