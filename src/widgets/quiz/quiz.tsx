import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from "react";
import { ReadingBar } from "#figures/reading-bar";
import { beliefsIn, outcomeOf } from "#learning/attempt";
import { drillLeft } from "#learning/drill";
import type { Answer } from "#learning/mark";
import { type QuizPlan, instancesOf } from "#learning/quiz-plan";
import { type Answered, type Settled, answeredIn } from "#learning/quiz-sitting";
import { saved } from "#learning/saved-answer";
import { AnsweredQuestion } from "#questions/answered-question";
import { TestQuestion } from "#questions/test-question";
import { noteAttempt } from "#storage/practice";
import { sittingsKeeping } from "#storage/sittings";
import { AskedQuestion } from "./asked-question.tsx";
import { DrillClock, LastOutcome } from "./drill-clock.tsx";
import { QuizResult } from "./quiz-result.tsx";
import { QuizStart } from "./quiz-start.tsx";
import { useQuestionTime } from "./use-question-time.ts";
import { useSitting } from "./use-sitting.ts";

/** More of them than this would be too small to count. */
const MOST_BOXES = 20;
/** Characters of a listing that the width of the text shows. */
const LINE_LENGTH = 76;

/** One sitting of the plan: its beginning, one question after another, its result. Give it a key for each plan. */
export function Quiz({ plan, isOfOtherVersion }: { plan: QuizPlan; isOfOtherVersion: boolean }) {
  const instances = useMemo(() => instancesOf(plan), [plan]);
  const { sitting, passed, isLeft, unfinished, begin, answer, goOnFrom, leave } = useSitting(plan);
  const answered = useMemo(
    () => (sitting === null ? [] : answeredIn(sitting, instances)),
    [sitting, instances],
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const isOver = sitting !== null && (isLeft || isTimeOver(plan, sitting.startedAt));
  const instance = isOver ? undefined : instances[passed];
  const place = sitting === null ? null : instance === undefined ? "result" : passed;

  const timeSpent = useQuestionTime(
    sitting === null || instance === undefined ? null : `${sitting.startedAt}-${passed}`,
  );

  // What was answered leaves the page, so the focus goes to what took its place.
  useEffect(() => {
    if (place === null) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "start" });
  }, [place]);

  if (instances.length === 0)
    return <p className="mt-6">There are no questions on this topic yet.</p>;
  if (sitting === null)
    return (
      <QuizStart
        plan={plan}
        isOfOtherVersion={isOfOtherVersion}
        unfinished={unfinished}
        onBegin={(from) => begin(from, from === null ? 0 : answeredIn(from, instances).length)}
      />
    );
  if (instance === undefined)
    return (
      <QuizResult
        heading={heading}
        plan={plan}
        startedAt={sitting.startedAt}
        answered={answered}
        onAgain={() => begin(null, 0)}
      />
    );

  function settle(settled: Settled, given: Answer) {
    const took = timeSpent();
    if (instance === undefined || !answer(passed, { answer: saved(given), took })) return;
    noteAttempt({
      at: Date.now(),
      practised: instance.generator.id,
      seed: instance.seed,
      outcome: outcomeOf(settled),
      beliefs: beliefsIn(settled),
    });
  }
  const goOn = () => goOnFrom(Math.max(passed + 1, answered.length));

  return (
    <Place
      heading={heading}
      plan={plan}
      number={passed + 1}
      of={instances.length}
      isWide={hasLongLine(instance.question.listing)}
      clock={
        plan.mode === "drill" && (
          <DrillClock key={sitting.startedAt} startedAt={sitting.startedAt} onOver={leave} />
        )
      }
    >
      {plan.mode === "quiz" ? (
        <AskedQuestion
          key={passed}
          instance={instance}
          before={answered[passed]?.answer ?? null}
          onSettled={settle}
          nextLabel={passed + 1 < instances.length ? "Next question" : "See the result"}
          onNext={goOn}
        />
      ) : (
        <TestQuestion
          key={passed}
          question={instance.question}
          isQuick={plan.mode === "drill"}
          onSettled={(settled, given) => {
            settle(settled, given);
            goOn();
          }}
        />
      )}
      {plan.mode === "drill" && <LastOutcome last={answered.at(-1) ?? null} />}
      {plan.mode === "quiz" && <SoFar answered={answered.slice(0, passed)} />}
      <p className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-2 text-[1rem] text-soft">
        <button type="button" className="min-h-6 underline hover:text-ink" onClick={leave}>
          {answered.length === 0 ? "Leave it" : "End it here"}
        </button>
        {plan.mode !== "drill" && (
          <span>
            {sittingsKeeping() === "browser"
              ? "Each answer is kept: you can close the page and go on later."
              : "This browser keeps nothing: your answers last until you close this tab."}
          </span>
        )}
      </p>
    </Place>
  );
}

function Place({
  heading,
  plan,
  number,
  of,
  isWide,
  clock,
  children,
}: {
  heading: RefObject<HTMLHeadingElement | null>;
  plan: QuizPlan;
  number: number;
  of: number;
  /** Its listing has lines that text's width would cut. */
  isWide: boolean;
  clock: ReactNode;
  children: ReactNode;
}) {
  const isDrill = plan.mode === "drill";
  return (
    <section
      aria-labelledby="question"
      className={`mt-6 ${isWide ? "[&_fieldset>:not(pre)]:max-w-prose [&_li]:max-w-prose" : "max-w-prose"}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="question" ref={heading} tabIndex={-1} className="text-xl">
          {isDrill ? `Question ${number}` : `Question ${number} of ${of}`}
        </h2>
        {clock}
      </div>
      {!isDrill && of <= MOST_BOXES && (
        <div className="mt-2">
          <ReadingBar
            states={Array.from({ length: of }, (_, index) =>
              index < number - 1 ? "finished" : "not-begun",
            )}
          />
        </div>
      )}
      <div className="mt-4">{children}</div>
    </section>
  );
}

function SoFar({ answered }: { answered: readonly Answered[] }) {
  if (answered.length === 0) return null;
  return (
    <details className="mt-6 text-[1rem]">
      <summary className="inline-flex min-h-6 items-center underline underline-offset-4">
        What you answered so far
      </summary>
      {answered.map(({ instance, settled }) => (
        <AnsweredQuestion
          key={instance.question.id}
          question={instance.question}
          settled={settled}
        />
      ))}
    </details>
  );
}

function isTimeOver({ mode }: QuizPlan, startedAt: number): boolean {
  return mode === "drill" && drillLeft(startedAt, Date.now()) === 0;
}

function hasLongLine(listing: string | undefined): boolean {
  return listing?.split("\n").some((line) => line.length > LINE_LENGTH) ?? false;
}
