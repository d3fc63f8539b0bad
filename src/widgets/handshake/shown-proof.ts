/** A belief that the address's fragment names, to be seen wrong in this run: #belief=accept-new-port. */
import type { ProofMoment } from "#learning/proof-moment";

export interface ShownProof extends ProofMoment {
  /** As a person who holds it would say it. */
  readonly belief: string;
  /** What is so. */
  readonly truth: string;
}

export type ReadProof =
  | ({ readonly type: "proof" } & ShownProof)
  | { readonly type: "error"; readonly message: string };

const PREFIX = "#belief=";

export const namesBelief = (fragment: string): boolean => fragment.startsWith(PREFIX);

/** Loaded when it is asked for. Never throws. */
export async function shownProof(fragment: string, scenario: string | null): Promise<ReadProof> {
  try {
    const [{ PROOF_MOMENTS }, { MISCONCEPTIONS }] = await Promise.all([
      import("#learning/proof-moments"),
      import("#learning/misconception"),
    ]);
    const id = fragment.slice(PREFIX.length);
    const moment = Object.entries(PROOF_MOMENTS).find(([each]) => each === id)?.[1];
    const misconception = Object.entries(MISCONCEPTIONS).find(([each]) => each === id)?.[1];
    if (moment?.scenario !== scenario || misconception === undefined) return error(NO_SUCH);
    const { belief, truth } = misconception;
    return { type: "proof", ...moment, belief, truth };
  } catch {
    return error("What to look at did not load. The connection may be down.");
  }
}

const NO_SUCH = "This link names a belief that another run is the proof for, or none.";

const error = (why: string): ReadProof => ({
  type: "error",
  message: `${why} The scenario is shown from its beginning instead.`,
});
