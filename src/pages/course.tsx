import { PageHead } from "#ui/page-head";
import { GoOn } from "#widgets/course-progress/go-on";
import { whenNear } from "#ui/when-near";

const ProgressMap = whenNear(
  async () => (await import("#widgets/course-progress/progress-map")).ProgressMap,
);
const Remembered = whenNear(
  async () => (await import("#widgets/course-progress/remembered")).Remembered,
);

export function CoursePage() {
  return (
    <>
      <PageHead
        title="Course"
        description="Lessons on ports and sockets in reading order: short, exact, each with a prediction, a widget to try and questions that explain."
      />
      <h1 tabIndex={-1} className="mt-8 text-4xl sm:text-5xl">
        The course
      </h1>
      <p className="mt-5 max-w-prose text-soft">
        Each lesson takes five to twelve minutes. It opens with a prediction, shows you the real
        thing, and closes with questions that explain every answer. What you know already you can
        skip: each chapter has a test that finds out.
      </p>
      <div className="mt-6">
        <GoOn />
      </div>
      <ProgressMap />
      <Remembered />
    </>
  );
}
