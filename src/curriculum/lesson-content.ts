/** A lesson's text, loaded when the lesson is opened. */
import type { MDXContent } from "mdx/types";
import type { ShownFrontmatter } from "./lesson-schema.ts";

interface LessonModule {
  readonly default: MDXContent;
  readonly frontmatter: ShownFrontmatter;
}

const TEXTS = import.meta.glob<LessonModule>("/content/lessons/*/*/lesson.mdx");

const loadedTexts = new Map<string, Promise<LessonModule>>();

/** The same promise for the same lesson, so that React's `use` can wait for it. `folder` is below `content/lessons`. */
export function loadLesson(folder: string): Promise<LessonModule> {
  const known = loadedTexts.get(folder);
  if (known !== undefined) return known;
  const file = `/content/lessons/${folder}/lesson.mdx`;
  const load = TEXTS[file];
  if (load === undefined) throw new Error(`${file} is missing.`);
  const text = load();
  loadedTexts.set(folder, text);
  // A failed load is tried again the next time, not remembered.
  text.catch(() => loadedTexts.delete(folder));
  return text;
}
