/** A lesson's text: what opens it is loaded with its page, what stands below its first heading as it nears the view. */
import type { MDXContent } from "mdx/types";
import type { ShownFrontmatter } from "./lesson-schema.ts";

interface LessonModule {
  readonly default: MDXContent;
  readonly frontmatter: ShownFrontmatter;
}

interface LessonOpening extends LessonModule {
  /** Each opening knows the way to its own: one list of all of them would be part of every lesson's first script. */
  readonly loadBelow: () => Promise<LessonModule>;
}

const OPENINGS = import.meta.glob<LessonOpening>("/content/lessons/*/*/lesson.mdx");

const openings = new Map<string, Promise<LessonOpening>>();
const below = new Map<string, Promise<LessonModule>>();

/** The same promise for the same lesson, so that React's `use` can wait for it. `folder` is below `content/lessons`. */
export function loadLesson(folder: string): Promise<LessonOpening> {
  return once(openings, folder, () => {
    const file = `/content/lessons/${folder}/lesson.mdx`;
    const load = OPENINGS[file];
    if (load === undefined) throw new Error(`${file} is missing.`);
    return load();
  });
}

/** The same for the text from the lesson's first heading on. */
export function loadLessonBelow(folder: string): Promise<LessonModule> {
  return once(below, folder, async () => (await loadLesson(folder)).loadBelow());
}

function once<Loaded>(
  known: Map<string, Promise<Loaded>>,
  folder: string,
  load: () => Promise<Loaded>,
): Promise<Loaded> {
  const before = known.get(folder);
  if (before !== undefined) return before;
  const text = load();
  known.set(folder, text);
  // A failed load is tried again the next time, not remembered.
  text.catch(() => known.delete(folder));
  return text;
}
