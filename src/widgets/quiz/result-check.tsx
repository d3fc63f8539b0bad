import { type FormEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import { rightText } from "#learning/answer-text";
import { instancesOf, planQuery } from "#learning/quiz-plan";
import { type QuizResult, readResultCode, resultCode } from "#learning/result-code";
import { Button } from "#ui/button";
import { useAfterHydration } from "#ui/use-after-hydration";
import { paths } from "#paths";
import { dayText, percentText, seedText, timeText, titleOf, topicsText } from "./quiz.model.ts";
import { ResultFacts } from "./result-facts.tsx";
import { ResultQuestion } from "./result-questions.tsx";

/** A code from a result, typed or behind the number sign of the address: what it says, and whether it adds up. */
export function ResultCheck() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const shown = useAfterHydration(decoded(hash.slice(1)), "");
  const [typed, setTyped] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isTyped = useRef(false);
  const id = useId();
  const read = shown === "" ? null : readResultCode(shown);

  useEffect(() => {
    if (shown !== "" && isTyped.current) heading.current?.focus();
    isTyped.current = false;
  }, [shown]);

  function check(event: FormEvent) {
    event.preventDefault();
    const code = (typed ?? shown).trim();
    const there = readResultCode(code);
    isTyped.current = true;
    setTyped(null);
    const hash = there.type === "result" ? resultCode(there.result) : encodeURIComponent(code);
    void navigate({ hash }, { replace: true });
  }

  return (
    <>
      <form
        method="dialog"
        onSubmit={check}
        className="mt-6 max-w-prose noscript:hidden print:hidden"
      >
        <label htmlFor={id} className="block font-[550]">
          Result code
        </label>
        <div className="mt-1 flex flex-wrap gap-3">
          <input
            id={id}
            type="text"
            value={typed ?? shown}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-invalid={read?.type === "error" ? true : undefined}
            aria-describedby={`${id}-message`}
            className="min-h-11 min-w-0 flex-1 basis-72 rounded-lg border border-ink/70 bg-paper px-3.5 font-mono aria-invalid:border-2 aria-invalid:border-opening"
          />
          <Button type="submit" look="main">
            Check
          </Button>
        </div>
        <p
          id={`${id}-message`}
          role="status"
          className="mt-2 min-h-[3.2em] font-[550] sm:min-h-[1.6em]"
        >
          {read?.type === "error" && read.message}
        </p>
      </form>
      {read?.type === "result" && (
        <CheckedResult
          heading={heading}
          result={read.result}
          isOfOtherVersion={read.isOfOtherVersion}
        />
      )}
    </>
  );
}

function CheckedResult({
  heading,
  result,
  isOfOtherVersion,
}: {
  heading: RefObject<HTMLHeadingElement | null>;
  result: QuizResult;
  isOfOtherVersion: boolean;
}) {
  const { plan, outcomes, day, seconds } = result;
  const right = outcomes.filter((outcome) => outcome === "right").length;
  const questions = isOfOtherVersion ? [] : instancesOf(plan).slice(0, outcomes.length);
  return (
    <section aria-labelledby="checked" className="mt-2 max-w-prose print:max-w-none">
      <h2 id="checked" ref={heading} tabIndex={-1} className="text-2xl">
        {right} of {outcomes.length} right
      </h2>
      <p className="mt-2">The code adds up: no letter of it is mistyped.</p>
      <ResultFacts
        facts={[
          ["What", titleOf(plan)],
          ["Score", percentText(right, outcomes.length)],
          ...(outcomes.length < plan.count && plan.mode !== "drill"
            ? [["Answered", `${outcomes.length} of ${plan.count} questions`] as const]
            : []),
          ["Time", seconds === 0 ? "a few seconds" : `about ${timeText(seconds * 1000)}`],
          ["Day", dayText(day)],
          ["Topics", topicsText(plan)],
          ["Seed of the questions", seedText(plan), "code"],
          ["Result code", resultCode(result), "code"],
        ]}
      />
      <p className="mt-3 text-[1rem] text-soft">
        It proves nothing about who answered or how: nobody watched, and how a code is made is no
        secret. It protects against slips of the pen.
      </p>
      {isOfOtherVersion ? (
        <p className="mt-4">
          The code was made for another version of the questions, so they are not shown.
        </p>
      ) : (
        <p className="mt-4 print:hidden">
          <Link to={paths.quizPlan(planQuery(plan))} className="underline hover:text-accent">
            Answer the same questions yourself
          </Link>
        </p>
      )}
      <ol className="mt-6">
        {questions.map(({ question }, index) => (
          <li key={question.id} className="border-t border-line py-4">
            <ResultQuestion
              number={index + 1}
              line={{
                outcome: outcomes[index] ?? "wrong",
                prompt: question.prompt,
                listing: question.listing ?? null,
                answer: null,
                right: rightText(question),
              }}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
