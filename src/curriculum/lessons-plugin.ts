/**
 * Reads `content/lessons` at build: numbered folders give the reading order, the number is stripped
 * for the address. Hands the map of the course to the app as `virtual:course` (without the lessons'
 * text, so that it stays small) and stops the build, naming the file, where something is amiss.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { Plugin } from "vite";
import { parse as parseYaml } from "yaml";
import type { z } from "zod";
import type { Chapter, LessonSummary } from "./course.ts";
import { sectionsOf } from "./lesson-sections.ts";
import {
  LESSON_COMPONENTS,
  type LessonFrontmatter,
  chapterSchema,
  lessonSchema,
} from "./lesson-schema.ts";
import type { LessonSections } from "./section.ts";

const COURSE_ID = "virtual:course";
const DESCRIPTIONS_ID = "virtual:course-descriptions";
const SECTIONS_ID = "virtual:lesson-sections";
/** Addresses below a chapter that are not lessons: its test and its cheat sheet. */
const TAKEN_SLUGS: ReadonlySet<string> = new Set(["test", "cheat-sheet"]);

const OWN_IDS: ReadonlySet<string> = new Set([COURSE_ID, DESCRIPTIONS_ID, SECTIONS_ID]);

interface ReadCourse {
  readonly chapters: Chapter[];
  /** By the folder of a lesson or the slug of a chapter: the map shows them, every other page does without. */
  readonly descriptions: Readonly<Record<string, string>>;
}

interface MdxNode {
  readonly type: string;
  readonly name?: string | null;
  readonly position?: { readonly start: { readonly line: number } };
  readonly children?: readonly MdxNode[];
}

export function lessonsPlugin(lessonsDirectory: string): Plugin {
  return {
    name: "lessons",
    resolveId: (id) => (OWN_IDS.has(id) ? `\0${id}` : null),
    load(id) {
      if (!OWN_IDS.has(id.slice(1))) return null;
      if (id.slice(1) === SECTIONS_ID) {
        const sections = readSections(lessonsDirectory, (file) => this.addWatchFile(file));
        return `export const lessons = ${JSON.stringify(sections)};`;
      }
      const { chapters, descriptions } = readCourse(lessonsDirectory, (file) =>
        this.addWatchFile(file),
      );
      return id.slice(1) === COURSE_ID
        ? `export const chapters = ${JSON.stringify(chapters)};`
        : `export const descriptions = ${JSON.stringify(descriptions)};`;
    },
  };
}

/**
 * Parts a lesson at its first heading: what stands above is the module itself, what stands below is the
 * module with `?below`, which loads as it nears the view. To be placed before the compiler of MDX.
 */
export function lessonPartsPlugin(): Plugin {
  return {
    name: "lesson-parts",
    enforce: "pre",
    transform(code, id) {
      if (!/\/lesson\.mdx(?:\?below)?$/.test(id)) return null;
      const { opening, below } = partsOf(code);
      return { code: id.endsWith("?below") ? below : opening, map: null };
    },
  };
}

/** Gives a lesson's opening the way to what stands below it. To be placed after the compiler of MDX. */
export function lessonBelowPlugin(): Plugin {
  return {
    name: "lesson-below",
    transform(code, id) {
      if (!id.endsWith("/lesson.mdx")) return null;
      const load = "export const loadBelow = () => import('./lesson.mdx?below');";
      return { code: `${code}\n${load}\n`, map: null };
    },
  };
}

/** Both parts have the frontmatter, and every line keeps its number. */
export function partsOf(lesson: string): { opening: string; below: string } {
  const frontmatter = /^---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(lesson)?.[0] ?? "";
  const heading = /^## /m.exec(lesson.slice(frontmatter.length));
  const end = heading === null ? lesson.length : frontmatter.length + heading.index;
  const between = lesson.slice(frontmatter.length, end);
  return {
    opening: lesson.slice(0, end),
    below: frontmatter + between.replaceAll(/[^\n]/g, "") + lesson.slice(end),
  };
}

/** The course in reading order. Throws an error that names the file where its data is wrong. */
export function readCourse(
  directory: string,
  onRead: (file: string) => void = () => {},
): ReadCourse {
  const descriptions: Record<string, string> = {};
  const chapters = numberedFolders(directory).map(({ folder, slug }) => {
    const file = join(directory, folder, "chapter.json");
    onRead(file);
    const { title, description } = checked(
      chapterSchema,
      JSON.parse(readFileSync(file, "utf8")),
      file,
    );
    descriptions[slug] = description;
    const lessons = numberedFolders(join(directory, folder)).map((lesson): LessonSummary => {
      const lessonFile = join(directory, folder, lesson.folder, "lesson.mdx");
      if (TAKEN_SLUGS.has(lesson.slug))
        throw new Error(`${shown(lessonFile)}: the chapter's own ${lesson.slug} has this address.`);
      onRead(lessonFile);
      const about = readFrontmatter(readFileSync(lessonFile, "utf8"), lessonFile);
      const place = `${folder}/${lesson.folder}`;
      descriptions[place] = about.description;
      return { slug: lesson.slug, folder: place, title: about.title, minutes: about.minutes };
    });
    return { slug, title, lessons };
  });
  return { chapters, descriptions };
}

/** What search reads: every lesson's words, heading by heading, in reading order. */
export function readSections(
  directory: string,
  onRead: (file: string) => void = () => {},
): LessonSections[] {
  return readCourse(directory).chapters.flatMap((chapter) =>
    chapter.lessons.map(({ folder, slug, title }) => {
      const file = join(directory, folder, "lesson.mdx");
      onRead(file);
      const source = readFileSync(file, "utf8");
      const sections = sectionsOf(source, readFrontmatter(source, file));
      return { lesson: `${chapter.slug}/${slug}`, title, sections };
    }),
  );
}

/** The lesson's frontmatter, checked. Throws an error that names the file. */
export function readFrontmatter(source: string, file: string): LessonFrontmatter {
  const match = /^---\r?\n([\s\S]*?)\r?\n---/.exec(source);
  if (match === null) throw new Error(`${shown(file)}: a lesson begins with frontmatter.`);
  return checked(lessonSchema, parseYaml(match[1] ?? ""), file);
}

/** A remark plugin: a lesson holds no import lines and only the components lessons have. */
export function remarkCheckLesson() {
  const known: readonly string[] = LESSON_COMPONENTS;
  return (tree: MdxNode, vfile: { readonly path: string; readonly value: unknown }) => {
    readFrontmatter(String(vfile.value), vfile.path);
    const visit = (node: MdxNode) => {
      const place = `${shown(vfile.path)}:${node.position?.start.line ?? 1}`;
      if (node.type === "mdxjsEsm")
        throw new Error(`${place}: a lesson has no import or export lines.`);
      if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
        if (!known.includes(node.name ?? ""))
          throw new Error(
            `${place}: <${node.name ?? ""}> is no component of lessons (${known.join(", ")}).`,
          );
      }
      if (node.type === "heading" && (node as { depth?: number }).depth === 1)
        throw new Error(`${place}: the title comes from the frontmatter; headings begin at ##.`);
      node.children?.forEach(visit);
    };
    visit(tree);
  };
}

export function numberedFolders(directory: string): { folder: string; slug: string }[] {
  return (
    readdirSync(directory, { withFileTypes: true })
      // Git keeps no empty folders, but leaves them behind: they are no lessons.
      .filter((entry) => entry.isDirectory() && readdirSync(join(directory, entry.name)).length > 0)
      .map(({ name }) => {
        const match = /^\d+-([a-z0-9-]+)$/.exec(name);
        if (match === null)
          throw new Error(`${shown(join(directory, name))}: a folder is named 01-its-slug.`);
        return { folder: name, slug: match[1] ?? "" };
      })
      .sort((a, b) => a.folder.localeCompare(b.folder, "en", { numeric: true }))
  );
}

/** The data in the schema's type. Throws an error that names the file. */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
  file: string,
): z.infer<Schema> {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const issues = result.error.issues.map(
    (issue) => `${issue.path.join(".") || "frontmatter"}: ${issue.message}`,
  );
  throw new Error(`${shown(file)}: ${issues.join("; ")}`);
}

function shown(file: string): string {
  return relative(process.cwd(), file);
}
