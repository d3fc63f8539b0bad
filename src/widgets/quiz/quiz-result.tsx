import { type RefObject, useEffect, useId, useState, useSyncExternalStore } from "react";
import { Link, useHref } from "react-router";
import { countsForBest } from "#learning/drill";
import { type QuizPlan, planQuery } from "#learning/quiz-plan";
import { type Answered, scoreOf } from "#learning/quiz-sitting";
import { resultCode } from "#learning/result-code";
import { currentSittings, noteDrill, watchSittings } from "#storage/sittings";
import { Button } from "#ui/button";
import { CopyButton } from "#ui/copy-button";
import { paths } from "#paths";
import { freshSeed } from "./fresh-seed.ts";
import {
  dayText,
  percentText,
  resultLine,
  resultOf,
  resultText,
  seedText,
  timeText,
  topicsText,
} from "./quiz.model.ts";
import { ResultFacts } from "./result-facts.tsx";
import { ResultQuestions } from "./result-questions.tsx";
import { useWholeLink } from "./quiz-start.tsx";

/** How it came out: to look through, to show to a teacher, to print. A name typed here is kept nowhere. */
export function QuizResult({
  heading,
  plan,
  startedAt,
  answered,
  onAgain,
}: {
  heading: RefObject<HTMLHeadingElement | null>;
  plan: QuizPlan;
  startedAt: number;
  answered: readonly Answered[];
  onAgain: () => void;
}) {
  const link = useWholeLink();
  const checking = window.location.origin + useHref(paths.quizResult());
  const score = scoreOf(answered);
  const result = resultOf(plan, startedAt, answered, score);
  const code = resultCode(result);
  const lines = answered.map(resultLine);
  const { right, questions, earned, total, took } = score;
  return (
    <section aria-labelledby="result" className="mt-6 max-w-prose print:max-w-none">
      <h2 id="result" ref={heading} tabIndex={-1} className="text-2xl">
        {questions === 0 ? "Nothing was answered." : `${right} of ${questions} right`}
      </h2>
      {countsForBest(plan) && questions > 0 && <Best right={right} at={startedAt} />}
      {questions > 0 && (
        <>
          <PrintedName />
          <ResultFacts
            facts={[
              ["Score", percentText(right, questions)],
              ["Points", `${earned} of ${total}, one for each part of a question`],
              ...(questions < plan.count && plan.mode !== "drill"
                ? [["Answered", `${questions} of ${plan.count} questions`] as const]
                : []),
              ["Time", timeText(took)],
              ["Day", dayText(result.day)],
              ["Topics", topicsText(plan)],
              ["Seed of the questions", seedText(plan), "code"],
              ["Result code", code, "code"],
            ]}
          />
          <p className="mt-3 text-[1rem] text-soft">
            To be read as what it is: nobody watched while these questions were answered. Whoever
            gets the code can{" "}
            <Link to={paths.quizResult(code)} className="underline hover:text-ink">
              check it here
            </Link>
            . The code holds the questions, how each came out, the day and the time, and nothing
            about you.
          </p>
          <p className="mt-2 hidden text-[1rem] print:block">
            The same questions: <code>{link}</code>
            <br />
            To check the code: <code>{checking}</code>
          </p>
          <p className="mt-5 flex flex-wrap items-start gap-3 print:hidden">
            <Button onClick={() => window.print()}>Print</Button>
            <CopyButton
              text={resultText(result, score, lines, code, link)}
              name="the result"
              label="Copy as text"
            />
          </p>
        </>
      )}
      <ResultQuestions answered={answered} />
      <p className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-3 print:hidden">
        <Link
          to={paths.quizPlan(planQuery({ ...plan, seed: freshSeed() }))}
          className="inline-flex min-h-11 items-center underline hover:text-accent"
        >
          New questions of this kind
        </Link>
        <Button look="quiet" onClick={onAgain}>
          The same questions again
        </Button>
        <Link
          to={paths.quiz()}
          className="inline-flex min-h-11 items-center underline hover:text-accent"
        >
          Choose another quiz
        </Link>
      </p>
    </section>
  );
}

/** On paper it stands as a line; the page forgets it when it is left. */
function PrintedName() {
  const id = useId();
  const [name, setName] = useState("");
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1">
      <label htmlFor={id}>
        Name<span className="print:hidden">, for the print</span>
      </label>
      <input
        id={id}
        type="text"
        value={name}
        onChange={(event) => setName(event.target.value)}
        autoComplete="off"
        className="min-h-11 w-64 max-w-full rounded-lg border border-line bg-paper px-3.5 print:border-0 print:border-b"
      />
      <span className="basis-full text-[0.95rem] text-soft print:hidden">It is kept nowhere.</span>
    </p>
  );
}

/** Keeps the drill where it is the best so far, and says how it compares. */
function Best({ right, at }: { right: number; at: number }) {
  const best = useSyncExternalStore(watchSittings, currentSittings).best;
  useEffect(() => noteDrill({ right, at }), [right, at]);
  return (
    <p role="status" className="mt-2 text-[1.15rem]">
      {best === null || best.at === at
        ? "Your best so far."
        : `Your best so far is ${best.right} right.`}
    </p>
  );
}
