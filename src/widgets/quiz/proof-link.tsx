import { Link } from "react-router";
import type { MisconceptionId } from "#learning/misconception";
import { paths } from "#paths";
import { proofAgainst } from "./proof.model.ts";

/** One tap from a belief to where it is seen to be wrong. */
export function ProofLink({ belief }: { belief: MisconceptionId }) {
  const proof = proofAgainst(belief);
  if (proof === null) return null;
  const [href, text] =
    proof.kind === "run"
      ? [paths.scenario(proof.scenario), `See it happen: ${proof.title}`]
      : [paths.port(proof.port), `Look at port ${proof.port}`];
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
