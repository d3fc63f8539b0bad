import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type Answer, type Mark, mark } from "#learning/mark";
import type { ChooseOne } from "#learning/question";
import { Button } from "#ui/button";
import { answerFromForm } from "./answer-from-form.ts";
import { ChooseOneField } from "./choose-one.tsx";
import { Feedback } from "./feedback.tsx";
import { type Settled, choiceMarkOf, verdictOf } from "./verdict.ts";

/**
 * One question for a narrow place, guessed once: the reasons of the guess and of the right answer stand
 * open, the others fold away. `children` follow the reasons: what comes next.
 */
export function BriefQuestion({
  question,
  onSettled,
  children,
}: {
  question: ChooseOne;
  onSettled: (settled: Settled) => void;
  children: ReactNode;
}) {
  const [result, setResult] = useState<Mark | null>(null);
  const verdict = useRef<HTMLParagraphElement>(null);
  const messageId = useId();
  const invalid = result?.type === "invalid";
  const settled = result === null || result.type === "invalid" ? null : result;

  function settle(answer: Answer) {
    const next = mark(question, answer);
    // The buttons leave with the answer, so the focus goes to what took their place.
    flushSync(() => {
      setResult(next);
      if (next.type !== "invalid") onSettled(next);
    });
    if (next.type !== "invalid") verdict.current?.focus();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (settled === null) settle(answerFromForm(question, new FormData(event.currentTarget)));
  }

  return (
    <>
      <form method="dialog" noValidate onSubmit={submit} onInput={() => invalid && setResult(null)}>
        <ChooseOneField
          question={question}
          marks={settled?.feedback.map(markOf(settled)) ?? null}
          invalid={invalid}
          messageId={messageId}
        />
        <div role="status" className="mt-2">
          <p
            id={messageId}
            className={settled === null ? "min-h-[1.6em] text-[1rem] font-[550]" : "hidden"}
          >
            {invalid && result.message}
          </p>
          {settled !== null && (
            <p ref={verdict} tabIndex={-1} className="text-[1.1rem] font-[650]">
              {verdictOf(settled, question.kind, "predict")}
            </p>
          )}
        </div>
        {settled === null && (
          <div className="mt-1 flex flex-wrap gap-3">
            <Button type="submit">Guess</Button>
            <Button look="quiet" onClick={() => settle({ kind: "not-sure" })}>
              I'm not sure
            </Button>
          </div>
        )}
      </form>
      {settled !== null && (
        <>
          <Reasons settled={settled} isOpen />
          <details className="mt-3">
            <summary className="inline-flex min-h-6 items-center text-[1rem] underline underline-offset-4">
              Why not the others
            </summary>
            <Reasons settled={settled} isOpen={false} />
          </details>
          {children}
        </>
      )}
    </>
  );
}

/** The reasons that answer the guess, or the rest. */
function Reasons({ settled, isOpen }: { settled: Settled; isOpen: boolean }) {
  const feedback = settled.feedback.filter(({ right, chosen }) => (right || chosen) === isOpen);
  return <Feedback settled={{ ...settled, feedback }} kind="choose-one" purpose="predict" />;
}

const markOf = (settled: Settled) => (reason: Settled["feedback"][number]) =>
  choiceMarkOf(reason, settled.type, "choose-one", "predict");
