/** Every generator, topic by topic. A new one is added here and nowhere else. */
import type { Generator } from "./generator.ts";
import { rangeOfPort } from "./generators/range-of-port.ts";

export const GENERATORS: readonly Generator[] = [
  // Port ranges
  rangeOfPort,
];

/** Undefined where there is none of that name, such as in a link of a newer version. */
export function generatorById(id: string): Generator | undefined {
  return GENERATORS.find((generator) => generator.id === id);
}
