/**
 * The words for a settled answer: one short sentence for the whole, and a few words with a shape for
 * each choice. The words carry the meaning alone; shape and colour only repeat it. A prediction is
 * asked before the lesson has told anything, so its words judge nobody.
 */
import type { Mark, Reason } from "#learning/mark";
import type { Question } from "#learning/question";

export type Purpose = "predict" | "check";

export type Settled = Exclude<Mark, { type: "invalid" }>;

type Kind = Question["kind"];

export function verdictOf(settled: Settled, kind: Kind, purpose: Purpose): string {
  if (settled.type === "not-sure") return "Here is what is so, and why.";
  if (purpose === "predict") return predictionVerdict(settled.right, settled.feedback);
  if (kind === "sort-into" || kind === "put-in-order")
    return settled.right
      ? `Right, all ${settled.total}.`
      : `${settled.earned} of ${settled.total} in ${kind === "sort-into" ? "the right place" : "order"}.`;
  if (kind === "choose-several")
    return settled.right
      ? `Right, all ${settled.total}.`
      : `You judged ${settled.earned} of ${settled.total} correctly.`;
  if (settled.right) return "Right.";
  if (kind === "point-at") return "Not this place.";
  return kind === "type-number" ? "Not this number." : "Not this one.";
}

function predictionVerdict(right: boolean, feedback: readonly Reason[]): string {
  if (right) return "Your guess holds.";
  const believed = feedback.some(({ chosen, belief }) => chosen && belief !== undefined);
  return believed ? "Many people believe this. It is otherwise." : "A fair guess. It is otherwise.";
}

/** How each choice is shown where it stands; of items put in order, whether they earned their point. */
export function marksOf(settled: Settled, kind: Kind, purpose: Purpose): readonly ChoiceMark[] {
  if (kind !== "put-in-order")
    return settled.feedback.map((reason) => choiceMarkOf(reason, settled.type, kind, purpose));
  if (settled.type === "not-sure") return [];
  return settled.feedback.map(({ chosen }) =>
    chosen ? { label: "In order", shape: "tick" } : { label: "Not in order", shape: "cross" },
  );
}

/** How one choice is shown after marking. */
export interface ChoiceMark {
  readonly label: string;
  readonly shape: "tick" | "cross" | "dot" | "dash";
}

export function choiceMarkOf(
  { right, chosen }: Reason,
  settled: Settled["type"],
  kind: Kind,
  purpose: Purpose,
): ChoiceMark {
  if (settled === "not-sure")
    return right ? { label: "Right", shape: "tick" } : { label: "Not right", shape: "dash" };
  if (purpose === "predict") {
    if (right) return { label: chosen ? "Your guess, and so it is" : "What is so", shape: "tick" };
    return chosen
      ? { label: "Your guess", shape: "dot" }
      : { label: "Another guess", shape: "dash" };
  }
  if (kind === "sort-into" || kind === "put-in-order")
    return !right
      ? { label: "You put it here", shape: "cross" }
      : chosen
        ? { label: "Right", shape: "tick" }
        : { label: "Its right place", shape: "tick" };
  const several = kind === "choose-several";
  if (chosen)
    return right
      ? { label: "Your answer, right", shape: "tick" }
      : { label: "Your answer, not right", shape: "cross" };
  if (right)
    return { label: several ? "Missed, this one is right" : "The right answer", shape: "tick" };
  return { label: several ? "Rightly left out" : "Not right", shape: "dash" };
}
