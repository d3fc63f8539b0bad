import type { Outcome } from "#learning/attempt";
import type { Answered } from "#learning/quiz-sitting";
import { ChoiceShape } from "#questions/choice-shape";
import { Feedback } from "#questions/feedback";
import { InlineText } from "#ui/inline-text";
import { LessonLink } from "./lesson-link.tsx";
import { ProofLink } from "./proof-link.tsx";
import { OUTCOME_WORDS, type ResultLine, resultLine } from "./quiz.model.ts";

const SHAPES = { right: "tick", partly: "dot", wrong: "cross", "not-sure": "dash" } as const;

/** Every question with what was answered and what is right; the reasons fold away, and stay off the paper. */
export function ResultQuestions({ answered }: { answered: readonly Answered[] }) {
  return (
    <ol className="mt-6">
      {answered.map((each, index) => (
        <li key={each.instance.question.id} className="border-t border-line py-4">
          <ResultQuestion number={index + 1} line={resultLine(each)} />
          <details className="mt-2 text-[1rem] print:hidden">
            <summary className="inline-flex min-h-6 items-center underline underline-offset-4">
              Reasons
            </summary>
            <Feedback
              settled={each.settled}
              kind={each.instance.question.kind}
              purpose="check"
              proof={ProofLink}
            />
            <p className="mt-4 text-soft">
              Lesson: <LessonLink lesson={each.instance.generator.lesson} />
            </p>
          </details>
        </li>
      ))}
    </ol>
  );
}

export function ResultQuestion({ number, line }: { number: number; line: ResultLine }) {
  const { outcome, prompt, listing, answer, right } = line;
  return (
    <div className="break-inside-avoid">
      <p className="flex items-start gap-2 text-[1rem]">
        <Shape outcome={outcome} />
        <span>
          {number}. <span className="font-[650]">{OUTCOME_WORDS[outcome]}</span>
        </span>
      </p>
      <p className="mt-1 leading-snug font-[550]">
        <InlineText>{prompt}</InlineText>
      </p>
      {listing !== null && (
        <pre
          tabIndex={0}
          role="group"
          aria-label="Listing"
          className="mt-2 overflow-x-auto border-y border-line py-2 text-[0.8rem] leading-relaxed print:overflow-visible print:text-[0.7rem] print:whitespace-pre-wrap"
        >
          {listing}
        </pre>
      )}
      {answer !== null && outcome !== "not-sure" && (
        <p className="mt-1 text-[1rem]">
          <span className="text-soft">Answer:</span> <InlineText>{answer}</InlineText>
        </p>
      )}
      {(outcome !== "right" || answer === null) && (
        <p className="mt-1 text-[1rem]">
          <span className="text-soft">Right answer:</span> <InlineText>{right}</InlineText>
        </p>
      )}
    </div>
  );
}

function Shape({ outcome }: { outcome: Outcome }) {
  return <ChoiceShape shape={SHAPES[outcome]} />;
}
