import { descriptions } from "virtual:course-descriptions";
import { paths } from "#paths";
import { type Chapter, lessonAddress } from "./course.ts";

/** The course as the course map draws it: each lesson with its address. */
export function courseMap(course: readonly Chapter[]) {
  return course.map((chapter) => courseMapChapter(chapter));
}

function courseMapChapter(chapter: Chapter) {
  const { slug, title, lessons } = chapter;
  return {
    slug,
    title,
    description: descriptionOf(slug),
    lessons: lessons.map((lesson) => ({
      address: lessonAddress({ chapter, lesson }),
      href: paths.lesson(slug, lesson.slug),
      title: lesson.title,
      description: descriptionOf(lesson.folder),
      minutes: lesson.minutes,
    })),
  };
}

function descriptionOf(place: string): string {
  const description = descriptions[place];
  if (description === undefined) throw new Error(`${place} has no description.`);
  return description;
}
