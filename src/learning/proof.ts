/**
 * Where a belief is seen to be wrong, for every one of them: the run of the library that disproves it; else, where no
 * run of hosts and segments can (it is about the registry, or about what a tool prints), a port's page or a listing.
 */
import { SCENARIOS } from "#simulator/scenarios";
import type { MisconceptionId } from "./misconception.ts";
import { type ProofListingId, proofListing } from "./proof-listings.ts";

export type Proof =
  | { readonly kind: "run"; readonly scenario: string; readonly title: string }
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

/** Runs first, in the library's order: it goes from the plain to the odd. */
export function proofsAgainst(belief: MisconceptionId): readonly Proof[] {
  const runs = SCENARIOS.filter(({ disproves }) => disproves.includes(belief)).map(
    ({ id, title }) => ({ kind: "run", scenario: id, title }) as const,
  );
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

/** The one to show at one tap. */
export function proofAgainst(belief: MisconceptionId): Proof | null {
  return proofsAgainst(belief)[0] ?? null;
}
