import { quoted } from "#learning/quoted";
import { Button } from "#ui/button";
import { InlineText } from "#ui/inline-text";
import type { Session } from "./session.model.ts";
import type { LaneId } from "./settings.model.ts";
import type { ShownProof } from "./shown-proof.ts";
import type { Stage } from "./stage.ts";
import { useShown } from "./use-drawn.ts";

interface ProofPanelProps {
  readonly stage: Stage;
  readonly session: Session;
  readonly proof: ShownProof;
  /** Brings a lane into view. */
  readonly onLook: (lane: LaneId) => void;
}

/** The belief that the run was opened for, and what to look at in the moment at which it is seen to be wrong. */
export function ProofPanel({ stage, session, proof, onLook }: ProofPanelProps) {
  const { belief, truth, look, lane, at } = proof;
  const isThere = useShown(stage.drawn, session, (position) => position === at);
  return (
    <section
      aria-label="What this moment shows"
      className="mb-4 max-w-prose rounded-box border border-line bg-panel px-4 py-3 [&_.code-inline]:bg-paper"
    >
      <h3 className="text-[1.1rem] leading-snug">{quoted(belief)}</h3>
      <ul className="mt-2 list-disc pl-5">
        {look.map((line) => (
          <li key={line} className="mt-1">
            <InlineText>{line}</InlineText>
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <span className="font-[550]">What is so:</span> {truth}
      </p>
      <p className="mt-3 flex flex-wrap gap-2 print:hidden">
        {lane !== null && <Button onClick={() => onLook(lane)}>{LOOK[lane]}</Button>}
        {/* In its place always: what is pressed to step on stands below it. */}
        <Button
          look="quiet"
          aria-disabled={isThere}
          onClick={isThere ? undefined : () => stage.showProof(proof)}
          className="aria-disabled:cursor-not-allowed aria-disabled:opacity-55"
        >
          Back to this proof
        </Button>
      </p>
    </section>
  );
}

const LOOK: Readonly<Record<LaneId, string>> = {
  code: "Show the programs",
  descriptors: "Show the descriptors",
  sockets: "Show the sockets",
  output: "Show Netstat",
};
