import { Link } from "react-router";
import { PageHead } from "#ui/page-head";
import { whenNear } from "#ui/when-near";
import { paths } from "#paths";

const ResultCheck = whenNear(async () => (await import("#widgets/quiz/result-check")).ResultCheck);

/** /quiz/result, and /quiz/result#CODE. */
export function QuizResultPage() {
  return (
    <>
      <PageHead
        title="Check a result"
        description="Type the code from a quiz's result: it tells the questions, how each came out, the day and the time taken."
      />
      <p className="mt-8 text-soft print:hidden">
        <Link to={paths.quiz()} className="underline hover:text-ink">
          Quiz
        </Link>{" "}
        / a result
      </p>
      <h1 tabIndex={-1} className="mt-3 text-4xl sm:text-5xl">
        Check a result
      </h1>
      <p className="mt-5 max-w-prose text-soft print:hidden">
        Every result has a code. It holds which questions were asked, how each came out, the day and
        the time taken, and nothing about the person. Upper or lower case, with or without dashes.
      </p>
      <p className="mt-5 hidden noscript:block">
        Reading a code needs script. The page sends it nowhere.
      </p>
      <ResultCheck />
    </>
  );
}
