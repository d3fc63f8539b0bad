/** For every belief that a run disproves, the moment at which it is seen to be wrong. */
import type { MisconceptionId } from "./misconception.ts";
import type { ProofMoment } from "./proof-moment.ts";
import { portProofs } from "./proof-moments/ports.ts";
import { reachProofs } from "./proof-moments/reach.ts";
import { transportProofs } from "./proof-moments/transport.ts";

export const PROOF_MOMENTS: Readonly<Partial<Record<MisconceptionId, ProofMoment>>> = {
  ...portProofs,
  ...reachProofs,
  ...transportProofs,
};
