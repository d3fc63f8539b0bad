import { Link } from "react-router";
import { COURSE, READING_ORDER } from "#curriculum/course";
import { CourseMap } from "#figures/course-map";
import { PageHead } from "#ui/page-head";
import { courseMap } from "#curriculum/course-map";
import { paths } from "#paths";

export function CoursePage() {
  const first = READING_ORDER[0];
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
        thing, and closes with questions that explain every answer.
      </p>
      {first !== undefined && (
        <p className="mt-4">
          <Link
            className="underline hover:text-accent"
            to={paths.lesson(first.chapter.slug, first.lesson.slug)}
          >
            Start with “{first.lesson.title}”
          </Link>
        </p>
      )}
      <CourseMap chapters={courseMap(COURSE)} />
    </>
  );
}
