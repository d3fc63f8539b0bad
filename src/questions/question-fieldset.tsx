import type { ReactNode } from "react";
import type { Answer } from "#learning/mark";
import type { Question } from "#learning/question";
import { InlineText } from "#ui/inline-text";
import type { ChoiceMark } from "./verdict.ts";

/** What the view of every kind of question is given. */
export interface QuestionFieldProps<Kind extends Question> {
  question: Kind;
  /** An answer that was given before; null where the question is new. */
  given: Answer | null;
  /** Given once the answer is settled, one for each choice (or number) in the question's order. */
  marks: readonly ChoiceMark[] | null;
  /** The answer could not be marked; the element `messageId` says why. */
  invalid: boolean;
  messageId: string;
}

/** The prompt names the group of fields; a listing stands between the two. */
export function QuestionFieldset({
  question,
  invalid,
  messageId,
  role,
  hint,
  children,
}: QuestionFieldProps<Question> & { role?: "radiogroup"; hint?: string; children: ReactNode }) {
  return (
    <fieldset
      role={role}
      aria-invalid={role === "radiogroup" && invalid ? true : undefined}
      aria-describedby={invalid ? messageId : undefined}
      className="min-w-0"
    >
      <legend className="text-[1.15rem] leading-snug font-[550]">
        <InlineText>{question.prompt}</InlineText>
      </legend>
      {question.listing !== undefined && question.kind !== "point-at" && (
        <pre
          tabIndex={0}
          role="group"
          aria-label="Listing"
          className={`-mx-4 mt-3 overflow-x-auto border-y border-line bg-paper px-4 py-2.5 text-[0.8rem] leading-relaxed sm:-mx-6 sm:px-6 sm:text-[0.85rem] ${isNumbered(question.listing) ? "whitespace-pre-wrap" : ""}`}
        >
          {question.listing}
        </pre>
      )}
      {hint !== undefined && <p className="mt-2 text-[1rem] text-soft">{hint}</p>}
      {children}
    </fieldset>
  );
}

/** Steps told in words, not columns off a terminal: their lines may go on below. */
function isNumbered(listing: string): boolean {
  return listing.split("\n").every((line) => /^\d+\. /.test(line));
}
