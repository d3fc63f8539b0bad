/**
 * What deserves a look in a whole listing: every oddity a row can have, and two things that are no oddity
 * in a row but worth seeing together. Each is a filter, and a bit in the index of the rows.
 */
import type { SocketEntry } from "#net/socket-entry";
import type { RowJudgement } from "./explanation.ts";
import type { OddityId } from "./oddities.ts";
import { ODDITIES } from "./oddity-words.ts";

export type RemarkId = OddityId | "every-interface" | "time-wait";

export interface RemarkWords {
  readonly title: string;
  /** True of every row that has it. */
  readonly message: string;
}

export const REMARKS: Readonly<Record<RemarkId, RemarkWords>> = {
  ...ODDITIES,
  "every-interface": {
    title: "Listens on every interface",
    message:
      "Every network this machine is joined to leads to these listeners, unless a firewall stops it. Is each of them meant to be reached from outside?",
  },
  "time-wait": {
    title: "TIME-WAIT",
    message:
      "Connections that are over. They wait so that late segments do no harm, hold no program up, and go by themselves.",
  },
};

/** In the order they are shown: what faces the network first, what goes by itself last. */
export const REMARK_IDS: readonly RemarkId[] = [
  "every-interface",
  ...(Object.keys(ODDITIES) as OddityId[]),
  "time-wait",
];

const BITS = new Map(REMARK_IDS.map((id, at) => [id, 2 ** at]));

/** The remark as a bit, for many in one number. */
export function bitOf(id: RemarkId): number {
  return BITS.get(id) ?? 0;
}

/** The bits of all remarks about a row. */
export function remarkBits({
  state,
  role,
  exposure,
  oddities,
}: Pick<SocketEntry, "state"> & Pick<RowJudgement, "role" | "exposure" | "oddities">): number {
  let bits = oddityBits(oddities);
  if (role === "listener" && exposure === "all") bits |= bitOf("every-interface");
  if (state === "TIME-WAIT") bits |= bitOf("time-wait");
  return bits;
}

export function oddityBits(oddities: readonly OddityId[]): number {
  let bits = 0;
  for (const id of oddities) bits |= bitOf(id);
  return bits;
}
