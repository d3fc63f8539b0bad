import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type Answer, mark } from "#learning/mark";
import type { Question } from "#learning/question";
import { Button } from "#ui/button";
import { answerFromForm } from "./answer-from-form.ts";
import { QuestionField } from "./question-field.tsx";
import type { Settled } from "./verdict.ts";

export type { Settled };

/** One question of a test: answered once, and not told how it came out. */
export function TestQuestion({
  question,
  isQuick = false,
  onSettled,
}: {
  question: Question;
  /** A touched choice is the answer at once, where there is one to choose. */
  isQuick?: boolean;
  onSettled: (settled: Settled, answer: Answer) => void;
}) {
  const [message, setMessage] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const messageId = useId();

  const isTouchEnough = isQuick && (question.kind === "choose-one" || question.kind === "point-at");
  useEffect(() => {
    const { current } = form;
    if (!isTouchEnough || current === null) return;
    // A pointer's click has a detail; one that a key makes has none, and may only pass a choice by.
    const answerAtOnce = ({ detail, target }: MouseEvent) => {
      if (detail === 0 || (target as Element).closest("label") === null) return;
      // The choice is made once the click is over; the form may be gone after the first of its two events.
      window.setTimeout(() => form.current?.requestSubmit());
    };
    current.addEventListener("click", answerAtOnce);
    return () => current.removeEventListener("click", answerAtOnce);
  }, [isTouchEnough]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    settle(answerFromForm(question, new FormData(event.currentTarget)));
  }

  function settle(answer: Answer) {
    const result = mark(question, answer);
    if (result.type !== "invalid") {
      onSettled(result, answer);
      return;
    }
    flushSync(() => setMessage(result.message));
    form.current?.querySelector<HTMLInputElement>("input[type=text]")?.focus();
  }

  return (
    <form
      ref={form}
      method="dialog"
      noValidate
      onSubmit={submit}
      onInput={() => setMessage(null)}
      className="rounded-box border border-line bg-panel p-4 sm:p-6 [&_.code-inline]:bg-paper [&_label_.code-inline]:bg-panel"
    >
      <QuestionField
        question={question}
        given={null}
        marks={null}
        invalid={message !== null}
        messageId={messageId}
      />
      <p
        id={messageId}
        role="status"
        className="mt-3 min-h-[3.2em] text-[1rem] font-[550] sm:min-h-[1.6em]"
      >
        {message}
      </p>
      <div className="mt-1 flex flex-wrap gap-3">
        <Button type="submit">Answer</Button>
        <Button look="quiet" onClick={() => settle({ kind: "not-sure" })}>
          I'm not sure
        </Button>
      </div>
    </form>
  );
}
