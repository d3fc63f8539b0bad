/** A seed that nobody can foresee, 0 to MAX_SEED. */
export function freshSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
