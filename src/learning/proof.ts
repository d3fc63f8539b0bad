/**
 * Where a belief is seen to be wrong, for every one of them: the run of the library that disproves it; else, where no
 * run of hosts and segments can (it is about the registry, or about what a tool prints), a port's page or a listing.
 */
import { SCENARIOS } from "#simulator/scenarios";
import type { MisconceptionId } from "./misconception.ts";
import { PROOF_MOMENTS } from "./proof-moments.ts";
import { type ProofListingId, proofListing } from "./proof-listings.ts";

export type Proof =
  | {
      readonly kind: "run";
      readonly scenario: string;
      readonly title: string;
      readonly belief: MisconceptionId;
      /** The position at which it is seen; null for a run that has no moment of its own for it. */
      readonly at: number | null;
    }
  | { readonly kind: "port"; readonly port: number }
  | { readonly kind: "listing"; readonly listing: ProofListingId; readonly title: string };

/** Ports whose own pages say otherwise. */
const PORTS: Partial<Record<MisconceptionId, number>> = {
  "8080-is-system": 8080,
  "ephemeral-above-1023": 3306,
  "habit-is-registration": 8888,
  "https-tcp-only": 443,
};

const LISTINGS: Partial<Record<MisconceptionId, ProofListingId>> = {
  "ping-needs-root": "ping-without-root",
  "stream-is-tcp": "streams-without-tcp",
  "no-name-no-program": "name-for-root-alone",
  "no-row-no-answer": "answer-without-row",
};

/** Runs first: the one that has the belief's moment, then the library's order, from the plain to the odd. */
export function proofsAgainst(belief: MisconceptionId): readonly Proof[] {
  const moment = PROOF_MOMENTS[belief];
  const runs = SCENARIOS.filter(({ disproves }) => disproves.includes(belief))
    .map(({ id, title }): Proof => {
      const at = id === moment?.scenario ? moment.at : null;
      return { kind: "run", scenario: id, title, belief, at };
    })
    .toSorted((one, other) => Number(hasMoment(other)) - Number(hasMoment(one)));
  const port = PORTS[belief];
  const listing = LISTINGS[belief];
  return [
    ...runs,
    ...(port === undefined ? [] : [{ kind: "port", port } as const]),
    ...(listing === undefined
      ? []
      : [{ kind: "listing", listing, title: proofListing(listing)?.title ?? listing } as const]),
  ];
}

const hasMoment = (proof: Proof) => proof.kind === "run" && proof.at !== null;

/** The one to show at one tap. */
export function proofAgainst(belief: MisconceptionId): Proof | null {
  return proofsAgainst(belief)[0] ?? null;
}
