import { useMemo } from "react";
import { COURSE } from "#curriculum/course";
import { courseMap } from "#curriculum/course-map";
import { CourseMap } from "#figures/course-map";
import { useProgress } from "#storage/use-progress";
import { paths } from "#paths";
import { extentOf, readLessons } from "./course-progress.model.ts";

const CHAPTERS = courseMap(COURSE);

/** The course's map with what was read of it. */
export function ProgressMap() {
  const progress = useProgress();
  const chapters = useMemo(
    () =>
      CHAPTERS.map((chapter) => {
        const lessons = readLessons(chapter.lessons, progress);
        const links = [
          { href: paths.chapterTest(chapter.slug), text: "I know this: test me" },
          { href: paths.cheatSheet(chapter.slug), text: "Cheat sheet" },
        ];
        return { ...chapter, lessons, extent: extentOf(lessons), links };
      }),
    [progress],
  );
  return <CourseMap chapters={chapters} />;
}
