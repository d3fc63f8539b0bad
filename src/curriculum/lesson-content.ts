/** A lesson's text: what opens it is loaded with its page, what stands below its first heading as it nears the view. */
import type { MDXContent } from "mdx/types";
import type { ShownFrontmatter } from "./lesson-schema.ts";

interface LessonModule {
  readonly default: MDXContent;
  readonly frontmatter: ShownFrontmatter;
}

const OPENINGS = import.meta.glob<LessonModule>("/content/lessons/*/*/lesson.mdx");
const BELOW = import.meta.glob<LessonModule>("/content/lessons/*/*/lesson.mdx", {
  query: "?below",
});

const loaded = new Map<() => Promise<LessonModule>, Promise<LessonModule>>();

/** The same promise for the same lesson, so that React's `use` can wait for it. `folder` is below `content/lessons`. */
export function loadLesson(folder: string): Promise<LessonModule> {
  return loadedOnce(OPENINGS, folder);
}

/** The same for the text from the lesson's first heading on. */
export function loadLessonBelow(folder: string): Promise<LessonModule> {
  return loadedOnce(BELOW, folder);
}

function loadedOnce(
  loaders: Readonly<Record<string, () => Promise<LessonModule>>>,
  folder: string,
): Promise<LessonModule> {
  const file = `/content/lessons/${folder}/lesson.mdx`;
  const load = loaders[file] ?? loaders[`${file}?below`];
  if (load === undefined) throw new Error(`${file} is missing.`);
  const known = loaded.get(load);
  if (known !== undefined) return known;
  const text = load();
  loaded.set(load, text);
  // A failed load is tried again the next time, not remembered.
  text.catch(() => loaded.delete(load));
  return text;
}
