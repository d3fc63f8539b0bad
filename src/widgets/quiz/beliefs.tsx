import { StepsTaken } from "#figures/steps-taken";
import type { AttemptLog } from "#learning/attempt";
import { MISCONCEPTIONS } from "#learning/misconception";
import { quoted } from "#learning/quoted";
import { type HeldBelief, heldBeliefs } from "#learning/standing";
import { dayOf } from "./calendar.model.ts";
import { counted } from "./due.model.ts";
import { ProofLink } from "./proof-link.tsx";
import { RIGHT_TO_LEAVE, beliefText, isLeft } from "./standing-text.model.ts";

/** So many of those still held are shown at once. */
const SHOWN = 4;

/** The beliefs behind wrong answers: the one held last first, what was left behind apart. */
export function Beliefs({ log, now }: { log: AttemptLog; now: number }) {
  const beliefs = heldBeliefs(log);
  const held = beliefs.filter((belief) => !isLeft(belief));
  const left = beliefs.filter(isLeft);
  return (
    <section aria-labelledby="beliefs" className="mt-12">
      <h2 id="beliefs" className="text-2xl">
        By belief
      </h2>
      <p className="mt-3 text-soft">
        {beliefs.length === 0
          ? "Behind most wrong answers stands a belief that many people share. Those behind yours will stand here."
          : "What stood behind your wrong answers. Three right answers to the same kind of question, and a belief counts as left behind."}
      </p>
      <BeliefList beliefs={held.slice(0, SHOWN)} now={now} />
      <FoldedBeliefs
        title={`${counted(held.length - SHOWN, "more belief")}, chosen before that`}
        beliefs={held.slice(SHOWN)}
        now={now}
      />
      <FoldedBeliefs title={`${left.length} left behind`} beliefs={left} now={now} />
    </section>
  );
}

function FoldedBeliefs({
  title,
  beliefs,
  now,
}: {
  title: string;
  beliefs: readonly HeldBelief[];
  now: number;
}) {
  if (beliefs.length === 0) return null;
  return (
    <details className="border-t border-line py-1.5">
      <summary className="inline-flex min-h-11 items-center underline underline-offset-4">
        {title}
      </summary>
      <BeliefList beliefs={beliefs} now={now} />
    </details>
  );
}

function BeliefList({ beliefs, now }: { beliefs: readonly HeldBelief[]; now: number }) {
  if (beliefs.length === 0) return null;
  return (
    <ul className="mt-3">
      {beliefs.map((held) => {
        const { belief, truth, source } = MISCONCEPTIONS[held.id];
        return (
          <li key={held.id} className="border-t border-line py-4">
            <h3 className="text-[1.1rem] leading-snug">{quoted(belief)}</h3>
            <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-[1rem] text-soft">
              <StepsTaken taken={held.rightSince} of={RIGHT_TO_LEAVE} />
              {beliefText(held, dayOf(held.lastAt), dayOf(now))}
            </p>
            <p className="mt-2">
              <span className="font-[550]">What is so:</span> {truth}{" "}
              <span className="text-[1rem] text-soft">({source})</span>
            </p>
            <ProofLink belief={held.id} />
          </li>
        );
      })}
    </ul>
  );
}
