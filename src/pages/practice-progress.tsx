import { Link } from "react-router";
import { Crumb } from "#ui/crumb";
import { PageHead } from "#ui/page-head";
import { whenNear } from "#ui/when-near";
import { paths } from "#paths";

const PracticeProgress = whenNear(
  async () => (await import("#widgets/quiz/progress")).PracticeProgress,
);

export function PracticeProgressPage() {
  return (
    <>
      <PageHead
        title="Your progress"
        description="Your practice by topic and by belief, what is due, and day by day; kept in your browser alone, to be taken along as a file."
      />
      <Crumb to={paths.quiz()} above="Quiz">
        Your progress
      </Crumb>
      <h1 tabIndex={-1} className="mt-3 text-4xl sm:text-5xl">
        Your progress
      </h1>
      <p className="mt-5 max-w-prose text-soft">
        By topic, by the beliefs behind your answers, and day by day. All of it follows from your
        answers, which this browser keeps and nobody else sees. Which lessons you read stands in{" "}
        <Link to={paths.course()} className="underline hover:text-ink">
          the course
        </Link>
        .
      </p>
      <PracticeProgress />
      <p className="mt-8 hidden max-w-prose noscript:block">
        This page needs script, since this browser alone knows what you practised.
      </p>
    </>
  );
}
