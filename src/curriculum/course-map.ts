import { paths } from "#paths";
import type { Chapter } from "./course.ts";

/** The course as the course map draws it: each lesson with its address. */
export function courseMap(course: readonly Chapter[]) {
  return course.map(({ slug, title, description, lessons }) => ({
    title,
    description,
    lessons: lessons.map((lesson) => ({
      href: paths.lesson(slug, lesson.slug),
      title: lesson.title,
      description: lesson.description,
      minutes: lesson.minutes,
    })),
  }));
}
