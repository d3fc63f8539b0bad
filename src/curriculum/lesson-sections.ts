/**
 * Parts a lesson's source into the sections that search finds, at build. Read are prose, tables, code,
 * terminal output and the commands for each system; questions and their answers are left out, since
 * a search result should not tell them. Headings get the anchors that rehype-slug gives them.
 */
import { createProcessor } from "@mdx-js/mdx";
import GithubSlugger from "github-slugger";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import type { LessonFrontmatter } from "./lesson-schema.ts";
import type { Section } from "./section.ts";

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly depth?: number;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly Node[];
}

const processor = createProcessor({ remarkPlugins: [remarkFrontmatter, remarkGfm] });

/** Of the whole `lesson.mdx`; its frontmatter's goals stand in the first section, its summary in the last. */
export function sectionsOf(source: string, about: LessonFrontmatter): Section[] {
  const slugger = new GithubSlugger();
  const sections: { heading: string | null; anchor: string | null; texts: string[] }[] = [
    { heading: null, anchor: null, texts: [about.description, ...about.goals] },
  ];
  for (const node of (processor.parse(source) as Node).children ?? []) {
    if (node.type === "heading") {
      const heading = textOf(node);
      const anchor = slugger.slug(heading);
      // A smaller heading belongs to what stands above it, but is a place of its own.
      sections.push({ heading, anchor, texts: [] });
    } else if (node.type !== "yaml") sections.at(-1)!.texts.push(textOf(node));
  }
  sections.push({ heading: "In short", anchor: "in-short", texts: [...about.summary] });
  return sections
    .map(({ texts, ...rest }) => ({ ...rest, text: oneLine(texts.join(" ")) }))
    .filter(({ text }) => text !== "");
}

function textOf(node: Node): string {
  if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression")
    return literal(node.value ?? "");
  if (node.value !== undefined) return node.value;
  const attributes = node.attributes?.map(({ name, value }) => shownAttribute(name, value)) ?? [];
  // Blocks and cells are kept apart, so that no two words become one.
  const between = HOLDS_BLOCKS.has(node.type) ? " " : "";
  return [...attributes, ...(node.children ?? []).map(textOf)].join(between);
}

const HOLDS_BLOCKS: ReadonlySet<string> = new Set([
  "blockquote",
  "list",
  "listItem",
  "mdxJsxFlowElement",
  "table",
  "tableRow",
]);

/** Commands stand in attributes: as a template literal for each system, or as the `command` of a terminal. */
function shownAttribute(name: string | undefined, value: unknown): string {
  if (typeof value === "string") return name === "command" ? value : "";
  const expression = (value as { readonly value?: string } | null | undefined)?.value;
  return expression === undefined ? "" : literal(expression);
}

function literal(expression: string): string {
  const match = /^\s*([`'"])([\s\S]*)\1\s*$/.exec(expression);
  return match === null ? "" : (match[2] ?? "").replaceAll(/\\([`'"$\\])/g, "$1");
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
