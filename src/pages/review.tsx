import { Link } from "react-router";
import { Crumb } from "#ui/crumb";
import { PageHead } from "#ui/page-head";
import { whenNear } from "#ui/when-near";
import { paths } from "#paths";

const Review = whenNear(async () => (await import("#widgets/quiz/review")).Review);

export function ReviewPage() {
  return (
    <>
      <PageHead
        title="Today's review"
        description="What you practised comes back when you are about to forget it: a few fresh questions a day on what you missed and on what you knew."
      />
      <Crumb to={paths.quiz()} above="Quiz">
        Today's review
      </Crumb>
      <h1 tabIndex={-1} className="mt-3 text-4xl sm:text-5xl">
        Today's review
      </h1>
      <p className="mt-5 max-w-prose text-soft">
        What you practise comes back when you are about to forget it. What you missed comes back the
        next day, what you knew later each time. It is never the same question, but a fresh one of
        the same making.
      </p>
      <Review />
      <p className="mt-8 hidden max-w-prose noscript:block">
        The review needs script, since this browser alone knows what you practised. Without it, each
        lesson of{" "}
        <Link to={paths.course()} className="underline hover:text-accent">
          the course
        </Link>{" "}
        has its questions, with the answers to unfold.
      </p>
    </>
  );
}
