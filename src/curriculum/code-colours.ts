/**
 * A rehype plugin that marks the parts of code blocks at build: comments, strings, numbers, keywords and
 * functions get a class each, which app.css colours in both themes. All other code stays plain text, so that
 * a page grows little. Shiki reads the code by the grammars of TextMate; no script for it reaches the page.
 */
import type { HighlighterCore, ThemeRegistration } from "shiki/core";

interface TextNode {
  readonly type: "text";
  readonly value: string;
}

interface ElementNode {
  readonly type: string;
  readonly tagName?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  children?: (ElementNode | TextNode)[];
}

/** The grammars, by what a block of code calls its language. */
const GRAMMARS: Readonly<Record<string, string>> = {
  c: "c",
  js: "javascript",
  javascript: "javascript",
  python: "python",
  sh: "shellscript",
};

/** Classes, with the scopes of the grammars that they colour; a longer scope wins over a shorter. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  "code-comment": ["comment", "punctuation.definition.comment"],
  "code-string": ["string", "storage.type.string"],
  "code-number": ["constant.numeric", "constant.language"],
  "code-keyword": [
    "keyword.control",
    "keyword.operator.logical.python",
    "keyword.operator.new",
    "keyword.operator.expression",
    "storage.type",
    "storage.modifier",
  ],
  "code-function": [
    "entity.name.function",
    "support.function",
    "meta.function-call.generic.python",
    "support.function.builtin",
  ],
};
const CLASSES = Object.keys(SCOPES);
const PLAIN = "#000000";

/** Shiki tells of a token only how it is coloured: so each class has a colour that stands for it. */
const colourOf = (index: number) => `#00000${index + 1}`;

const THEME: ThemeRegistration = {
  name: "classes",
  type: "light",
  fg: PLAIN,
  bg: "#ffffff",
  settings: [
    { settings: { foreground: PLAIN } },
    // What is put into a string is code again, and an arrow is no keyword.
    {
      scope: [
        "meta.template.expression",
        "storage.type.format.python",
        "storage.type.function.arrow",
      ],
      settings: { foreground: PLAIN },
    },
    ...Object.values(SCOPES).map((scope, index) => ({
      scope: [...scope],
      settings: { foreground: colourOf(index) },
    })),
  ],
};

export function rehypeCodeColours() {
  return async (tree: ElementNode) => {
    for (const block of blocksIn(tree)) {
      const grammar = GRAMMARS[languageOf(block)];
      const [text] = block.children ?? [];
      if (grammar === undefined || text === undefined || !("value" in text)) continue;
      block.children = coloured(await highlighter(), text.value, grammar);
    }
  };
}

/** The `code` of each `pre`. */
function blocksIn({ tagName, children = [] }: ElementNode): readonly ElementNode[] {
  const inner = children.filter((child) => !("value" in child));
  return tagName === "pre" ? inner : inner.flatMap(blocksIn);
}

function languageOf({ properties }: ElementNode): string {
  const classes = properties?.["className"];
  const named = Array.isArray(classes) ? classes.map(String) : [];
  return named.find((name) => name.startsWith("language-"))?.slice("language-".length) ?? "";
}

/** The same text, in runs that are plain or have a class. */
export function coloured(
  { codeToTokensBase }: HighlighterCore,
  code: string,
  grammar: string,
): (ElementNode | TextNode)[] {
  const runs: { name: string | undefined; text: string }[] = [];
  const lines = codeToTokensBase(code, {
    lang: grammar,
    theme: THEME.name ?? "",
    // Without a limit: a slow machine would leave a long line plain, and each build would differ.
    tokenizeTimeLimit: 0,
  });
  lines.forEach((line, index) => {
    const tokens = line.map(({ content, color }) => ({
      name: CLASSES.find((_, index) => colourOf(index) === color),
      text: content,
    }));
    for (const { name, text } of index === 0
      ? tokens
      : [{ name: undefined, text: "\n" }, ...tokens]) {
      const last = runs.at(-1);
      // Spaces belong to whatever stands before them: a run less.
      if (last !== undefined && (last.name === name || text.trim() === "")) last.text += text;
      else runs.push({ name, text });
    }
  });
  return runs.map(({ name, text }) =>
    name === undefined
      ? { type: "text", value: text }
      : {
          type: "element",
          tagName: "span",
          properties: { className: [name] },
          children: [{ type: "text", value: text }],
        },
  );
}

let made: Promise<HighlighterCore> | null = null;

/** One for all lessons of a build, made at the first block of code. */
export function highlighter(): Promise<HighlighterCore> {
  made ??= (async () => {
    const [{ createHighlighterCore }, { createJavaScriptRegexEngine }] = await Promise.all([
      import("shiki/core"),
      import("shiki/engine/javascript"),
    ]);
    return createHighlighterCore({
      engine: createJavaScriptRegexEngine(),
      themes: [THEME],
      langs: [
        import("shiki/langs/c.mjs"),
        import("shiki/langs/javascript.mjs"),
        import("shiki/langs/python.mjs"),
        import("shiki/langs/shellscript.mjs"),
      ],
    });
  })();
  return made;
}
