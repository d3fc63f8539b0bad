import { type FormEvent, type ComponentType, type ReactNode, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type Answer, mark } from "#learning/mark";
import type { MisconceptionId } from "#learning/misconception";
import type { Question } from "#learning/question";
import { Button } from "#ui/button";
import { answerFromForm } from "./answer-from-form.ts";
import { Feedback } from "./feedback.tsx";
import { QuestionField } from "./question-field.tsx";
import { type Purpose, type Settled, marksOf, verdictOf } from "./verdict.ts";

const WORDS = {
  predict: {
    title: "Predict first",
    submit: "Commit to a guess",
    frame: "border-dashed border-ink/60",
  },
  check: {
    title: "Check yourself",
    submit: "Check",
    frame: "border-line bg-panel [&_.code-inline]:bg-paper [&_label_.code-inline]:bg-panel",
  },
} as const;

// Room for the longest message of each kind on a narrow page, so that none moves the buttons.
const MESSAGE_PLACE: Record<Question["kind"], string> = {
  "choose-one": "min-h-[1.6em]",
  "choose-several": "min-h-[1.6em]",
  "type-number": "min-h-[3.2em] sm:min-h-[1.6em]",
  "type-text": "min-h-[1.6em]",
  "sort-into": "min-h-[1.6em]",
  "put-in-order": "min-h-[1.6em]",
  "point-at": "min-h-[1.6em]",
};

/** One question: asked, marked on the spot, explained, and open to another try unless something follows it. */
export function QuestionCard({
  question,
  purpose,
  title = WORDS[purpose].title,
  before = null,
  onSettled,
  proof,
  next,
}: {
  question: Question;
  purpose: Purpose;
  /** What stands above the question; null for nothing. */
  title?: string | null;
  /** How it was answered before: it is shown as it was left then. */
  before?: Answer | null;
  onSettled?: (settled: Settled, answer: Answer) => void;
  /** Where a belief that the answer showed is seen to be wrong. */
  proof?: ComponentType<{ belief: MisconceptionId }>;
  /** Stands below the reasons, in place of another try. */
  next?: ReactNode;
}) {
  const [given] = useState(before);
  const [result, setResult] = useState(() => (given === null ? null : mark(question, given)));
  const form = useRef<HTMLFormElement>(null);
  const verdict = useRef<HTMLParagraphElement>(null);
  const messageId = useId();

  const invalid = result?.type === "invalid";
  const settled = result === null || result.type === "invalid" ? null : result;

  const marks = settled === null ? null : marksOf(settled, question.kind, purpose);

  // The buttons leave with the answer, so the focus goes to what took their place.
  function settle(answer: Answer) {
    const marked = mark(question, answer);
    flushSync(() => setResult(marked));
    if (marked.type === "invalid") {
      form.current?.querySelector<HTMLInputElement>("input[type=text]")?.focus();
      return;
    }
    verdict.current?.focus();
    onSettled?.(marked, answer);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (settled === null) settle(answerFromForm(question, new FormData(event.currentTarget)));
  }

  function giveUp() {
    form.current?.reset();
    settle({ kind: "not-sure" });
  }

  function tryAgain() {
    form.current?.reset();
    flushSync(() => setResult(null));
    form.current?.querySelector("input")?.focus();
  }

  return (
    <div className={`rounded-box border p-4 sm:p-6 ${WORDS[purpose].frame}`}>
      {title !== null && <p className="mb-2 text-[0.95rem] text-soft">{title}</p>}
      {/* Before its script is there, a form with the method "dialog" goes nowhere: the page stays. */}
      <form
        ref={form}
        method="dialog"
        noValidate
        onSubmit={submit}
        onInput={() => invalid && setResult(null)}
      >
        <QuestionField {...{ question, given, marks, invalid, messageId }} />
        <div role="status" className="mt-3">
          <p
            id={messageId}
            className={
              settled === null ? `text-[1rem] font-[550] ${MESSAGE_PLACE[question.kind]}` : "hidden"
            }
          >
            {invalid && result.message}
          </p>
          {settled !== null && (
            <p ref={verdict} tabIndex={-1} className="text-[1.15rem] font-[650]">
              {verdictOf(settled, question.kind, purpose)}
            </p>
          )}
        </div>
        {settled === null && (
          <div className="mt-1 flex flex-wrap gap-3 noscript:hidden print:hidden">
            <Button type="submit" look={purpose === "predict" ? "main" : "plain"}>
              {WORDS[purpose].submit}
            </Button>
            <Button look="quiet" onClick={giveUp}>
              I'm not sure
            </Button>
          </div>
        )}
      </form>
      {settled !== null && (
        <>
          <Feedback
            settled={settled}
            kind={question.kind}
            purpose={purpose}
            {...(proof === undefined ? {} : { proof })}
          />
          {next ?? (
            <Button className="mt-5 print:hidden" onClick={tryAgain}>
              Try again
            </Button>
          )}
        </>
      )}
      <AnswerWithoutScript question={question} purpose={purpose} />
    </div>
  );
}

/** In the prerendered page only: a browser that runs the script never shows it. */
function AnswerWithoutScript({ question, purpose }: { question: Question; purpose: Purpose }) {
  const settled = mark(question, { kind: "not-sure" });
  if (settled.type === "invalid") return null;
  return (
    <noscript>
      <details>
        <summary className="inline-flex min-h-11 items-center underline">
          Answer and reasons
        </summary>
        <Feedback settled={settled} kind={question.kind} purpose={purpose} />
      </details>
    </noscript>
  );
}
