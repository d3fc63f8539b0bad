/** A lesson's text, loaded when the lesson is opened, and its questions, loaded when one nears the view. */
import type { MDXContent } from "mdx/types";
import type { Question } from "#learning/question";
import type { LessonFrontmatter } from "./lesson-schema.ts";

interface LessonModule {
  readonly default: MDXContent;
  readonly frontmatter: LessonFrontmatter;
}

const TEXTS = import.meta.glob<LessonModule>("/content/lessons/*/*/lesson.mdx");
const QUESTIONS = import.meta.glob<readonly Question[]>("/content/lessons/*/*/questions.ts", {
  import: "questions",
});

const loadedTexts = new Map<string, Promise<LessonModule>>();

/** The same promise for the same lesson, so that React's `use` can wait for it. `folder` is below `content/lessons`. */
export function loadLesson(folder: string): Promise<LessonModule> {
  const known = loadedTexts.get(folder);
  if (known !== undefined) return known;
  const text = loaderOf(TEXTS, `/content/lessons/${folder}/lesson.mdx`)();
  loadedTexts.set(folder, text);
  // A failed load is tried again the next time, not remembered.
  text.catch(() => loadedTexts.delete(folder));
  return text;
}

export function loadQuestions(folder: string): Promise<readonly Question[]> {
  return loaderOf(QUESTIONS, `/content/lessons/${folder}/questions.ts`)();
}

function loaderOf<Loaded>(
  loaders: Readonly<Record<string, () => Promise<Loaded>>>,
  file: string,
): () => Promise<Loaded> {
  const loader = loaders[file];
  if (loader === undefined) throw new Error(`${file} is missing.`);
  return loader;
}
