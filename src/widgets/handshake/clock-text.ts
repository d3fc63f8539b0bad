import type { Micros } from "#simulator/world";

/** Since the run began: "0.020 s". */
export const clockText = (at: Micros): string => `${(at / 1_000_000).toFixed(3)} s`;
