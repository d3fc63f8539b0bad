import { useMemo } from "react";
import { Link } from "react-router";
import { type ReadPlan, readPlan } from "#learning/quiz-plan";
import { PageHead } from "#ui/page-head";
import { paths } from "#paths";
import { Quiz } from "./quiz.tsx";
import { titleOf, topicsText } from "./quiz.model.ts";

/** The quiz that an address's query tells, or why it tells none. */
export function LinkedQuiz({ query }: { query: string }) {
  const read: ReadPlan = useMemo(() => {
    const parameters = new URLSearchParams(query);
    return readPlan((name) => parameters.get(name));
  }, [query]);
  const title = read.type === "plan" ? titleOf(read.plan) : "Quiz";
  return (
    <>
      <PageHead
        title={title}
        description={
          read.type === "plan"
            ? `${title}: ${topicsText(read.plan)}.`
            : "A link that leads nowhere."
        }
      />
      <p className="mt-8 text-soft print:hidden">
        <Link to={paths.quiz()} className="underline hover:text-ink">
          Quiz
        </Link>{" "}
        / {read.type === "plan" ? topicsText(read.plan) : "a link"}
      </p>
      <h1 tabIndex={-1} className="mt-3 text-4xl sm:text-5xl">
        {title}
      </h1>
      {read.type === "plan" ? (
        <Quiz plan={read.plan} isOfOtherVersion={read.isOfOtherVersion} />
      ) : (
        <>
          <p role="alert" className="mt-5 max-w-prose">
            {read.type === "error" && read.message}
          </p>
          <p className="mt-4">
            <Link to={paths.quiz()} className="underline hover:text-accent">
              Choose a quiz yourself
            </Link>
          </p>
        </>
      )}
    </>
  );
}
