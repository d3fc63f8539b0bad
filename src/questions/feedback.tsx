import type { ComponentType } from "react";
import { type Reason, inReadingOrder } from "#learning/mark";
import { MISCONCEPTIONS, type MisconceptionId } from "#learning/misconception";
import type { Question } from "#learning/question";
import { InlineText } from "#ui/inline-text";
import { ChoiceShape } from "./choice-shape.tsx";
import { type ChoiceMark, type Purpose, type Settled, choiceMarkOf } from "./verdict.ts";

/** Shows where a belief is seen to be wrong. */
type Proof = ComponentType<{ belief: MisconceptionId }>;

/** More reasons than these would stand between the answer and what comes next. */
const MOST_REASONS = 6;

/**
 * Why each choice is right or wrong; what the reader chose or missed comes first. Where there are many, those of the
 * choices left alone fold away.
 */
export function Feedback({
  settled,
  kind,
  purpose,
  proof,
}: {
  settled: Settled;
  kind: Question["kind"];
  purpose: Purpose;
  /** Where a belief that the answer showed is seen to be wrong. */
  proof?: Proof;
}) {
  // Items stay in the order in which they stand above, or should stand.
  const isOfItems = kind === "sort-into" || kind === "put-in-order";
  const reasons = isOfItems ? settled.feedback : inReadingOrder(settled.feedback);
  const asideAt = reasons.findIndex(({ right, chosen }) => !right && !chosen);
  const shown = asideAt < 0 || reasons.length <= MOST_REASONS ? reasons.length : asideAt;
  const items = reasons.map((reason) => (
    <ReasonItem
      key={reason.text}
      reason={reason}
      mark={choiceMarkOf(reason, settled.type, kind, purpose)}
      proof={proof}
    />
  ));
  return (
    <>
      <ul className="list-none p-0" aria-label="Reasons">
        {items.slice(0, shown)}
      </ul>
      {shown < items.length && (
        <details className="mt-4 border-t border-line pt-3">
          <summary className="inline-flex min-h-6 items-center underline underline-offset-4">
            Why none of the other {items.length - shown}
          </summary>
          <ul className="list-none p-0" aria-label="Further reasons">
            {items.slice(shown)}
          </ul>
        </details>
      )}
    </>
  );
}

function ReasonItem({
  reason,
  mark,
  proof,
}: {
  reason: Reason;
  mark: ChoiceMark;
  proof: Proof | undefined;
}) {
  return (
    <li className="mt-4 grid grid-cols-[1.25rem_1fr] gap-x-3 border-t border-line pt-4">
      <ChoiceShape shape={mark.shape} />
      <div>
        <p className={`text-[0.95rem] ${reason.chosen ? "font-[650]" : "text-soft"}`}>
          {mark.label}
        </p>
        <p className="leading-snug font-[550]">
          <InlineText>{reason.text}</InlineText>
        </p>
        <p className="mt-1">
          <InlineText>{reason.because}</InlineText>
        </p>
        {reason.belief !== undefined && (
          <Belief id={reason.belief} held={reason.chosen} proof={proof} />
        )}
      </div>
    </li>
  );
}

/** What is so stands beside the belief only where the reader's answer showed it: the rest stays short. */
function Belief({
  id,
  held,
  proof: Proof,
}: {
  id: MisconceptionId;
  held: boolean;
  proof: Proof | undefined;
}) {
  const { belief, truth, source } = MISCONCEPTIONS[id];
  return (
    <div className="mt-2 border-l-2 border-line pl-3 text-[1rem] text-soft">
      <p>
        <span className="font-[550]">The belief behind it:</span> {belief}
      </p>
      {held && (
        <p className="mt-1">
          <span className="font-[550]">What is so:</span> {truth} ({source})
        </p>
      )}
      {held && Proof !== undefined && <Proof belief={id} />}
    </div>
  );
}
