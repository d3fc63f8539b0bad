/** Where a belief is seen to be wrong: the run of the library that disproves it, or a port's page. Null where there is none. */
import type { MisconceptionId } from "#learning/misconception";
import { SCENARIOS } from "#simulator/scenarios";

export type Proof =
  | { readonly kind: "run"; readonly scenario: string; readonly title: string }
  | { readonly kind: "port"; readonly port: number };

/** Ports whose own pages say otherwise. */
const PORTS: Partial<Record<MisconceptionId, number>> = {
  "8080-is-system": 8080,
  "ephemeral-above-1023": 3306,
  "habit-is-registration": 8888,
  "https-tcp-only": 443,
};

export function proofAgainst(belief: MisconceptionId): Proof | null {
  // The first in the library's order: it goes from the plain to the odd.
  const run = SCENARIOS.find(({ disproves }) => disproves.includes(belief));
  if (run !== undefined) return { kind: "run", scenario: run.id, title: run.title };
  const port = PORTS[belief];
  return port === undefined ? null : { kind: "port", port };
}
