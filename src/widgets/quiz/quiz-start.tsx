import { Link, useHref, useLocation } from "react-router";
import type { QuizPlan } from "#learning/quiz-plan";
import type { Sitting } from "#learning/quiz-sitting";
import { Button } from "#ui/button";
import { CopyButton } from "#ui/copy-button";
import { paths } from "#paths";
import { MODE_WORDS, topicsText } from "./quiz.model.ts";

/** Before the first question: what is asked, the link for others, and what was begun before. */
export function QuizStart({
  plan,
  isOfOtherVersion,
  unfinished,
  onBegin,
}: {
  plan: QuizPlan;
  isOfOtherVersion: boolean;
  unfinished: Sitting | null;
  onBegin: (from: Sitting | null) => void;
}) {
  const link = useWholeLink();
  const isResumable = unfinished !== null && unfinished.given.length > 0 && plan.mode !== "drill";
  return (
    <section aria-labelledby="begin" className="mt-6 max-w-prose">
      <h2 id="begin" className="text-xl">
        {topicsText(plan)}
      </h2>
      <p className="mt-2">{MODE_WORDS[plan.mode].tells}</p>
      <p className="mt-2 text-soft">
        “I'm not sure” is an answer too: it earns nothing, is not called wrong, and you are told the
        reasons.
      </p>
      {isOfOtherVersion && (
        <p className="mt-3 rounded-box border border-line bg-panel px-4 py-3">
          This link was made for another version of the questions. They may differ from those it was
          made for.
        </p>
      )}
      {isResumable && (
        <p className="mt-3 rounded-box border border-line bg-panel px-4 py-3">
          You have begun this: {unfinished.given.length} of {plan.count} answered.
        </p>
      )}
      <p className="mt-5 flex flex-wrap gap-3">
        {isResumable && (
          <Button look="main" onClick={() => onBegin(unfinished)}>
            Go on at question {unfinished.given.length + 1}
          </Button>
        )}
        <Button look={isResumable ? "quiet" : "main"} onClick={() => onBegin(null)}>
          {isResumable ? "Begin anew" : "Begin"}
        </Button>
      </p>
      <div className="mt-8 border-t border-line pt-4">
        <h3 className="text-[1.15rem]">A link for others</h3>
        <p className="mt-1 text-soft">
          Whoever opens it gets the same questions in the same order. It holds nothing about you.
        </p>
        <div className="mt-2 flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-panel py-2 pr-2 pl-4">
          <code className="min-w-0 flex-1 basis-60 text-[0.9rem] break-all">{link}</code>
          <CopyButton text={link} name="the link" />
        </div>
      </div>
      <p className="mt-6">
        <Link
          to={paths.quiz()}
          className="inline-flex min-h-6 items-center underline hover:text-accent"
        >
          Choose another quiz
        </Link>
      </p>
    </section>
  );
}

/** The address of the shown page as one writes it elsewhere, without what stands behind the number sign. */
export function useWholeLink(): string {
  const { pathname, search } = useLocation();
  return window.location.origin + useHref({ pathname, search });
}
