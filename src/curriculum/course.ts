/** The course's map: chapters and lessons in reading order, without the lessons' text. */
import { chapters } from "virtual:course";

/** What the map tells of a lesson. It is part of every page's script, so it holds no more than that. */
export interface LessonSummary {
  readonly slug: string;
  /** Below `content/lessons`. */
  readonly folder: string;
  readonly title: string;
  /** Reading time with the questions, in minutes. */
  readonly minutes: number;
}

export interface Chapter {
  readonly slug: string;
  readonly title: string;
  readonly lessons: readonly LessonSummary[];
}

export interface LessonPlace {
  readonly chapter: Chapter;
  readonly lesson: LessonSummary;
  /** Counts from 1 within its chapter. */
  readonly number: number;
}

export const COURSE: readonly Chapter[] = chapters;

/** Every lesson of the course, first to last. */
export const READING_ORDER: readonly LessonPlace[] = COURSE.flatMap((chapter) =>
  chapter.lessons.map((lesson, index) => ({ chapter, lesson, number: index + 1 })),
);

/** As in its address, and by which progress knows it: `chapter/lesson`. */
export function lessonAddress({
  chapter,
  lesson,
}: Pick<LessonPlace, "chapter" | "lesson">): string {
  return `${chapter.slug}/${lesson.slug}`;
}

/** The lessons before and after; null at the ends of the course. */
export function neighboursOf(place: LessonPlace): {
  previous: LessonPlace | null;
  next: LessonPlace | null;
} {
  const index = READING_ORDER.indexOf(place);
  return { previous: READING_ORDER[index - 1] ?? null, next: READING_ORDER[index + 1] ?? null };
}
