import { isRight } from "#learning/chapter-test";
import type { Question } from "#learning/question";
import { InlineText } from "#ui/inline-text";
import { Feedback } from "./feedback.tsx";
import { type Settled, verdictOf } from "./verdict.ts";

/** A question that was answered, folded to one line: how it came out and what was asked. */
export function AnsweredQuestion({ question, settled }: { question: Question; settled: Settled }) {
  return (
    <details className="mt-2 text-[1rem]">
      <summary className="min-h-6 py-0.5">
        <span className="font-[550]">
          {isRight(settled) ? "Right" : settled.type === "not-sure" ? "Not sure" : "Not right"}:
        </span>{" "}
        <InlineText>{question.prompt}</InlineText>
      </summary>
      {question.listing !== undefined && (
        <pre
          tabIndex={0}
          role="group"
          aria-label="Listing"
          className="mt-2 overflow-x-auto border-y border-line py-2 text-[0.8rem] leading-relaxed"
        >
          {question.listing}
        </pre>
      )}
      <p className="mt-2 font-[650]">{verdictOf(settled, question.kind, "check")}</p>
      <Feedback settled={settled} kind={question.kind} purpose="check" />
    </details>
  );
}
