/**
 * What a lesson shows from elsewhere in `content/` is put into it at build: the definition of a
 * `<Term>`, the lines of a `<Code>` file, the transcript of an `<Output>`. So a page carries what it
 * shows and no more, and has it without script. A name that leads nowhere stops the build.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { runnerImport } from "vite";
import { parse as parseYaml, stringify as writeYaml } from "yaml";
import type { LessonFrontmatter, ShownFrontmatter } from "./lesson-schema.ts";
import type { Term } from "./term.ts";

interface Attribute {
  readonly type: "mdxJsxAttribute";
  readonly name: string;
  readonly value: unknown;
}

interface Element {
  readonly type: string;
  readonly name?: string | null;
  /** Of the frontmatter. */
  value?: string;
  readonly position?: { readonly start: { readonly line: number } };
  attributes?: Attribute[];
  children?: (Element | CodeBlock)[];
}

interface CodeBlock {
  readonly type: "code";
  readonly lang: string;
  readonly value: string;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  ".py": "python",
  ".mjs": "javascript",
  ".js": "javascript",
  ".c": "c",
  ".sh": "sh",
  ".txt": "text",
  ".nft": "text",
};

/** A remark plugin. `contentDirectory` holds `glossary` and `examples`. */
export function remarkLessonMaterial(contentDirectory: string) {
  return async (tree: Element, vfile: { readonly path: string }) => {
    const terms = await readGlossary(join(contentDirectory, "glossary"));
    const examples = join(contentDirectory, "examples");
    const visit = (node: Element) => {
      const complain = (what: string): never => {
        const file = relative(process.cwd(), vfile.path);
        throw new Error(`${file}:${node.position?.start.line ?? 1}: ${what}`);
      };
      if (node.type === "yaml") node.value = shownFrontmatter(node.value ?? "");
      if (node.name === "Term") {
        const id = attribute(node, "id") ?? "";
        const term = terms.get(id) ?? complain(`the glossary has no term “${id}”.`);
        add(node, "definition", term.definition);
      }
      if (node.name === "Code") {
        const file = attribute(node, "file") ?? "";
        const path = join(examples, file);
        if (!existsSync(path)) complain(`content/examples has no ${file}.`);
        const lang = LANGUAGES[extname(file)] ?? complain(`${file} is in no language of lessons.`);
        const all = readFileSync(path, "utf8").trimEnd().split("\n");
        const value = chosen(all, attribute(node, "lines"), complain).join("\n");
        // An ordinary block of code, so that whatever treats those treats it too.
        node.children = [{ type: "code", lang, value }];
      }
      if (node.name === "Output") {
        const name = attribute(node, "of") ?? "";
        const path = join(examples, name, "output.txt");
        if (!existsSync(path)) complain(`content/examples/${name} has no output.txt.`);
        const steps = readFileSync(path, "utf8")
          .trimEnd()
          .split(/\n(?=\$ )/);
        add(node, "transcript", chosen(steps, attribute(node, "steps"), complain).join("\n"));
      }
      for (const child of node.children ?? []) visit(child as Element);
    };
    visit(tree);
  };
}

/** Without what the course's map has, or the tests alone read: a lesson's text is part of its first script. */
function shownFrontmatter(yaml: string): string {
  const { description, goals, summary, sources } = parseYaml(yaml) as LessonFrontmatter;
  return writeYaml({ description, goals, summary, sources } satisfies ShownFrontmatter);
}

/** Of `all`, those that "3-12" or "3" names, counted from 1; all of them where nothing is named. */
function chosen(
  all: readonly string[],
  range: string | null,
  complain: (what: string) => never,
): readonly string[] {
  if (range === null) return all;
  const match = /^(\d+)(?:-(\d+))?$/.exec(range) ?? complain(`“${range}” is no range like 3-12.`);
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  if (first < 1 || last < first || last > all.length)
    complain(`“${range}” is not within 1-${all.length}.`);
  return all.slice(first - 1, last);
}

function attribute(node: Element, name: string): string | null {
  const value = node.attributes?.find((each) => each.name === name)?.value;
  return typeof value === "string" ? value : null;
}

function add(node: Element, name: string, value: string) {
  (node.attributes ??= []).push({ type: "mdxJsxAttribute", name, value });
}

let read: { readonly state: string; readonly terms: Promise<ReadonlyMap<string, Term>> } | null =
  null;

/** Read again only where a file has changed. */
export function readGlossary(directory: string): Promise<ReadonlyMap<string, Term>> {
  const files = readdirSync(directory).map((file) => join(directory, file));
  const state = files.map((file) => readFileSync(file, "utf8")).join("\n");
  if (read?.state !== state) read = { state, terms: importTerms(files) };
  return read.terms;
}

async function importTerms(files: readonly string[]): Promise<ReadonlyMap<string, Term>> {
  const modules = await Promise.all(
    files.map((file) => runnerImport<{ TERMS: readonly Term[] }>(file, { logLevel: "silent" })),
  );
  return new Map(modules.flatMap(({ module }) => module.TERMS).map((term) => [term.id, term]));
}
