/**
 * Makes each chapter's cheat sheet of what its lessons hold, so that no fact stands twice: the summaries of the
 * frontmatter, the words of the glossary, the commands of `<PerSystem>`, and the tables that the chapter's
 * `cheat-sheet.json` asks for. Hands them to the app as `virtual:cheat-sheets`, each in a module of its own.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { createProcessor } from "@mdx-js/mdx";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import type { Plugin } from "vite";
import type { CheatSheet, SystemCommands } from "./cheat-sheet.ts";
import { readGlossary } from "./lesson-material.ts";
import { sheetSchema } from "./lesson-schema.ts";
import { checked, numberedFolders, readFrontmatter } from "./lessons-plugin.ts";
import type { Term } from "./term.ts";

const INDEX_ID = "virtual:cheat-sheets";
const SHEET_ID = "virtual:cheat-sheet/";

type Table = CheatSheet["tables"][number];

interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly children?: readonly Node[];
  readonly attributes?: readonly {
    readonly name: string;
    readonly value: string | null | { readonly data: { readonly estree: Expression } };
  }[];
}

/** Of an attribute in braces: a template, or a text between quotes. */
interface Expression {
  readonly body: readonly {
    readonly expression: {
      readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
      readonly value?: unknown;
    };
  }[];
}

export function cheatSheetPlugin(contentDirectory: string): Plugin {
  const lessons = join(contentDirectory, "lessons");
  return {
    name: "cheat-sheets",
    resolveId: (id) => (id === INDEX_ID || id.startsWith(SHEET_ID) ? `\0${id}` : null),
    async load(id) {
      if (id === `\0${INDEX_ID}`) {
        const entries = numberedFolders(lessons).map(
          ({ slug }) => `${JSON.stringify(slug)}: () => import("${SHEET_ID}${slug}")`,
        );
        return `export const sheets = { ${entries.join(", ")} };`;
      }
      if (!id.startsWith(`\0${SHEET_ID}`)) return null;
      const slug = id.slice(SHEET_ID.length + 1);
      const terms = await readGlossary(join(contentDirectory, "glossary"));
      const { sheet, missing } = readCheatSheet(lessons, slug, [...terms.values()], (file) =>
        this.addWatchFile(file),
      );
      // A lesson that is being rewritten shall not stop every page: a test holds that none is missing.
      for (const what of missing) this.warn(what);
      return `export const sheet = ${JSON.stringify(sheet)};`;
    },
  };
}

/** The sheet, and what was asked for and is not there. Throws an error that names the file where its data is wrong. */
export function readCheatSheet(
  directory: string,
  chapter: string,
  glossary: readonly Term[],
  onRead: (file: string) => void = () => {},
): { readonly sheet: CheatSheet; readonly missing: readonly string[] } {
  const folder = numberedFolders(directory).find(({ slug }) => slug === chapter)?.folder;
  if (folder === undefined) throw new Error(`There is no chapter “${chapter}”.`);
  const lessons = numberedFolders(join(directory, folder)).map((lesson) => {
    const file = join(directory, folder, lesson.folder, "lesson.mdx");
    onRead(file);
    const source = readFileSync(file, "utf8");
    const { title, summary } = readFrontmatter(source, file);
    return { slug: lesson.slug, title, summary, tree: parse(source) };
  });
  const terms = glossary
    .filter(({ lesson }) => lesson.startsWith(`${chapter}/`))
    .map(({ id, term, definition }) => ({ id, term, definition }))
    .toSorted((a, b) => a.term.localeCompare(b.term, "en"));
  const file = join(directory, folder, "cheat-sheet.json");
  onRead(file);
  const wanted = existsSync(file)
    ? checked(sheetSchema, JSON.parse(readFileSync(file, "utf8")), file).tables
    : [];
  const missing: string[] = [];
  const tables = wanted.flatMap((each): Table[] => {
    if ("rows" in each) return [each];
    const lesson = lessons.find(({ slug }) => slug === each.lesson);
    const table =
      lesson && tablesOf(lesson.tree).find(({ columns }) => begins(columns, each.columns));
    if (table !== undefined) return [{ ...table, title: each.title }];
    missing.push(
      `${relative(process.cwd(), file)}: the lesson “${each.lesson}” has no table that begins ${each.columns.join(" | ")}.`,
    );
    return [];
  });
  const sheet = {
    lessons: lessons.map(({ slug, title, summary }) => ({ slug, title, summary })),
    tables,
    commands: lessons.flatMap(({ tree }) => commandsOf(tree)),
    terms,
  };
  return { sheet, missing };
}

const processor = createProcessor({ remarkPlugins: [remarkFrontmatter, remarkGfm] });

function parse(source: string): Node {
  return processor.parse(source) as Node;
}

function nodesOf(node: Node, isWanted: (node: Node) => boolean): Node[] {
  if (isWanted(node)) return [node];
  return (node.children ?? []).flatMap((child) => nodesOf(child, isWanted));
}

function tablesOf(tree: Node): Omit<Table, "title">[] {
  return nodesOf(tree, ({ type }) => type === "table").map(({ children = [] }) => {
    const [columns = [], ...rows] = children.map((row) => (row.children ?? []).map(textOf));
    return { columns, rows };
  });
}

function begins(columns: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((text, index) => columns[index] === text);
}

/** Its words; code keeps its backticks. */
function textOf({ type, value = "", children = [] }: Node): string {
  if (type === "inlineCode") return `\`${value}\``;
  return children.length > 0 ? children.map(textOf).join("") : value;
}

/** Those that say what they are for: on paper nothing else does. */
function commandsOf(tree: Node): SystemCommands[] {
  return nodesOf(tree, ({ name }) => name === "PerSystem").flatMap((node) => {
    const does = attribute(node, "does");
    const command = (system: string) => attribute(node, system) ?? "";
    return does === null
      ? []
      : [{ does, linux: command("linux"), macos: command("macos"), windows: command("windows") }];
  });
}

/** A text, or a template without parts to fill in. */
function attribute({ attributes = [] }: Node, name: string): string | null {
  const value = attributes.find((each) => each.name === name)?.value;
  if (typeof value === "string" || value === null || value === undefined) return value ?? null;
  const expression = value.data.estree.body[0]?.expression;
  return expression?.quasis?.[0]?.value.cooked ?? String(expression?.value ?? "");
}
