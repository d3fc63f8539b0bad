/** A seed that nobody can foresee, 0 to 4294967295. */
export function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
