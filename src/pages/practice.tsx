import { Link } from "react-router";
import { Crumb } from "#ui/crumb";
import { PageHead } from "#ui/page-head";
import { whenNear } from "#ui/when-near";
import { paths } from "#paths";

const Practice = whenNear(async () => (await import("#widgets/quiz/practice")).Practice);

export function PracticePage() {
  return (
    <>
      <PageHead
        title="Practice"
        description="Practise ports and sockets without end: fresh questions each time, told at once, and what you are weak in comes more often."
      />
      <Crumb to={paths.quiz()} above="Quiz">
        Practice
      </Crumb>
      <h1 tabIndex={-1} className="mt-3 text-4xl sm:text-5xl">
        Practice without end
      </h1>
      <p className="mt-5 max-w-prose text-soft">
        One question after another, made fresh each time, and told at once. What you are weak in
        comes more often, and what you missed in a lesson comes sooner. Stop whenever you like:
        every answer is kept in this browser, and nowhere else.
      </p>
      <Practice />
      <p className="mt-8 hidden max-w-prose noscript:block">
        Practice needs script. Without it, each lesson of{" "}
        <Link to={paths.course()} className="underline hover:text-accent">
          the course
        </Link>{" "}
        has its questions, with the answers to unfold.
      </p>
    </>
  );
}
