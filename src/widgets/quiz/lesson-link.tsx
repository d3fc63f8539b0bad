import { Link } from "react-router";
import { READING_ORDER, lessonAddress } from "#curriculum/course";
import { paths } from "#paths";

/** To the lesson that teaches it, given as `chapter/lesson`; nothing where the course has none of that name. */
export function LessonLink({ lesson }: { lesson: string }) {
  const place = READING_ORDER.find((each) => lessonAddress(each) === lesson);
  if (place === undefined) return null;
  return (
    <Link
      to={paths.lesson(place.chapter.slug, place.lesson.slug)}
      className="inline-flex min-h-6 items-center underline hover:text-accent"
    >
      {place.lesson.title}
    </Link>
  );
}
