/** A lesson's text and questions, loaded when the lesson is opened. */
import type { MDXContent } from "mdx/types";
import type { Question } from "#learning/question";
import type { LessonFrontmatter } from "./lesson-schema.ts";

export interface LessonContent {
  readonly Body: MDXContent;
  readonly about: LessonFrontmatter;
  readonly questions: readonly Question[];
}

interface LessonModule {
  readonly default: MDXContent;
  readonly frontmatter: LessonFrontmatter;
}

const BODIES = import.meta.glob<LessonModule>("/content/lessons/*/*/lesson.mdx");
const QUESTIONS = import.meta.glob<readonly Question[]>("/content/lessons/*/*/questions.ts", {
  import: "questions",
});

const loaded = new Map<string, Promise<LessonContent>>();

/** The same promise for the same lesson, so that React's `use` can wait for it. `folder` is below `content/lessons`. */
export function loadLesson(folder: string): Promise<LessonContent> {
  const known = loaded.get(folder);
  if (known !== undefined) return known;
  const content = load(folder);
  loaded.set(folder, content);
  // A failed load is tried again the next time, not remembered.
  content.catch(() => loaded.delete(folder));
  return content;
}

async function load(folder: string): Promise<LessonContent> {
  const body = BODIES[`/content/lessons/${folder}/lesson.mdx`];
  const questions = QUESTIONS[`/content/lessons/${folder}/questions.ts`];
  if (body === undefined || questions === undefined)
    throw new Error(`content/lessons/${folder} lacks lesson.mdx or questions.ts.`);
  const [lesson, list] = await Promise.all([body(), questions()]);
  return { Body: lesson.default, about: lesson.frontmatter, questions: list };
}
