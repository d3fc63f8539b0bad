/** What the rows of an index can be filtered by, with how many rows each choice leaves. */
import { TCP_STATES, type TcpState } from "#net/tcp-state";
import { EXPOSURES, type Exposure, ROLES, type Role } from "./explanation.ts";
import type { DialectId } from "./listing.ts";
import type { RowIndex } from "./row-index.ts";

export interface Choice<Value> {
  readonly value: Value;
  readonly count: number;
}

/** Only values that occur. States, roles and exposures in their own order, the others the most frequent first. */
export interface Facets {
  readonly protocols: readonly Choice<string>[];
  readonly states: readonly Choice<TcpState | "none">[];
  readonly roles: readonly Choice<Role>[];
  readonly exposures: readonly Choice<Exposure>[];
  readonly dialects: readonly Choice<DialectId>[];
}

/** Linear in the rows. */
export function facets(index: RowIndex): Facets {
  const { rowCount, listing } = index;
  const dialects = [...new Set(listing.blocks.map(({ dialect }) => dialect))];
  const ofBlock = listing.blocks.map(({ dialect }) => dialects.indexOf(dialect));
  return {
    protocols: frequentFirst(choices(index.protocols, rowCount, index.protocolNames.texts)),
    states: choices(index.states, rowCount, ["none", ...TCP_STATES] as const),
    roles: choices(index.roles, rowCount, ROLES),
    exposures: choices(index.exposures, rowCount, [null, ...EXPOSURES]).filter(isExposure),
    dialects: frequentFirst(
      choices(
        index.blocks.map((block) => ofBlock[block] ?? 0),
        rowCount,
        dialects,
      ),
    ),
  };
}

const isExposure = (choice: Choice<Exposure | null>): choice is Choice<Exposure> =>
  choice.value !== null;

function choices<Value>(
  column: ArrayLike<number>,
  rowCount: number,
  values: readonly Value[],
): readonly Choice<Value>[] {
  const counts = new Int32Array(values.length);
  for (let row = 0; row < rowCount; row += 1) {
    const at = column[row]!;
    counts[at] = counts[at]! + 1;
  }
  return values
    .map((value, at) => ({ value, count: counts[at]! }))
    .filter(({ count }) => count > 0);
}

function frequentFirst<Value>(all: readonly Choice<Value>[]): readonly Choice<Value>[] {
  return all.toSorted((one, other) => other.count - one.count);
}
