import { Link } from "react-router";
import type { MisconceptionId } from "#learning/misconception";
import { type Proof, proofAgainst } from "#learning/proof";
import { paths } from "#paths";

/** One tap from a belief to where it is seen to be wrong. */
export function ProofLink({ belief }: { belief: MisconceptionId }) {
  const proof = proofAgainst(belief);
  if (proof === null) return null;
  const [href, text] = linkTo(proof);
  return (
    <p className="mt-1 print:hidden">
      <Link
        to={href}
        className="inline-flex min-h-6 items-center text-ink underline hover:text-accent"
      >
        {text}
      </Link>
    </p>
  );
}

function linkTo(proof: Proof): readonly [href: string, text: string] {
  switch (proof.kind) {
    case "run":
      return [paths.proof(proof.scenario, proof.belief), `See it happen: ${proof.title}`];
    case "port":
      return [paths.port(proof.port), `Look at port ${proof.port}`];
    case "listing":
      return [paths.shownListing(proof.listing), `Look at a listing: ${proof.title}`];
  }
}
