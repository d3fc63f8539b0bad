import { MAX_SEED } from "#learning/draw";

/** A seed by chance, for what nobody has to be asked again. */
export function freshSeed(): number {
  return Math.floor(Math.random() * (MAX_SEED + 1));
}
