import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type Answer, type Mark, mark } from "#learning/mark";
import type { ChooseOne } from "#learning/question";
import { Button } from "#ui/button";
import { InlineText } from "#ui/inline-text";
import { answerFromForm } from "./answer-from-form.ts";
import { ChooseOneField } from "./choose-one.tsx";
import { Feedback } from "./feedback.tsx";
import { type Settled, verdictOf } from "./verdict.ts";

export type { Settled };

/**
 * One question for a narrow place, guessed once. The guess and the right answer with their reasons take
 * the choices' place; the other reasons fold away. `children` follow: what comes next.
 */
export function BriefQuestion({
  question,
  answered = null,
  onSettled,
  children,
}: {
  question: ChooseOne;
  /** What was answered before, where the reader comes back to it. */
  answered?: Settled | null;
  onSettled: (settled: Settled) => void;
  children: ReactNode;
}) {
  const [result, setResult] = useState<Mark | null>(answered);
  const verdict = useRef<HTMLParagraphElement>(null);
  const messageId = useId();
  const invalid = result?.type === "invalid";

  function settle(answer: Answer) {
    const next = mark(question, answer);
    // The buttons leave with the answer, so the focus goes to what took their place.
    flushSync(() => {
      setResult(next);
      if (next.type !== "invalid") onSettled(next);
    });
    verdict.current?.focus();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    settle(answerFromForm(question, new FormData(event.currentTarget)));
  }

  if (result !== null && result.type !== "invalid")
    return (
      <div className="text-[1rem] leading-normal">
        <p className="text-soft">
          <InlineText>{question.prompt}</InlineText>
        </p>
        <p ref={verdict} tabIndex={-1} className="mt-1 text-[1.1rem] font-[650]">
          {verdictOf(result, question.kind, "predict")}
        </p>
        <Reasons settled={result} isFirst />
        <details className="mt-3">
          <summary className="inline-flex min-h-6 items-center underline underline-offset-4">
            Why not the others
          </summary>
          <Reasons settled={result} isFirst={false} />
        </details>
        {children}
      </div>
    );
  return (
    <form
      method="dialog"
      noValidate
      onSubmit={submit}
      onInput={() => setResult(null)}
      className="text-[1rem]"
    >
      <ChooseOneField
        question={question}
        given={null}
        marks={null}
        invalid={invalid}
        messageId={messageId}
      />
      <p id={messageId} role="status" className="mt-2 min-h-[1.6em] font-[550]">
        {invalid && result.message}
      </p>
      <div className="mt-1 flex flex-wrap gap-3">
        <Button type="submit">Guess</Button>
        <Button look="quiet" onClick={() => settle({ kind: "not-sure" })}>
          I'm not sure
        </Button>
      </div>
    </form>
  );
}

/** The reasons for the guess and for the right answer, or the rest. */
function Reasons({ settled, isFirst }: { settled: Settled; isFirst: boolean }) {
  const feedback = settled.feedback.filter(({ right, chosen }) => (right || chosen) === isFirst);
  return <Feedback settled={{ ...settled, feedback }} kind="choose-one" purpose="predict" />;
}
