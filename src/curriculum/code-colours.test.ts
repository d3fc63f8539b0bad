import { describe, expect, test } from "vitest";
import { coloured, highlighter, rehypeCodeColours } from "./code-colours.ts";

/** "[keyword import] socket": runs with a class in brackets. */
async function read(grammar: string, code: string): Promise<string> {
  return coloured(await highlighter(), code, grammar)
    .map(shown)
    .join("");
}

type Run = ReturnType<typeof coloured>[number];

function shown(run: Run): string {
  if (!("properties" in run)) return "value" in run ? run.value : "";
  const name = String(run.properties?.["className"]).replace("code-", "");
  return `[${name} ${run.children?.map(shown).join("")}]`;
}

describe("the parts of code get their class", () => {
  test.each([
    [
      "python",
      'import socket  # the calls\ns.bind(("127.0.0.1", 0))',
      '[keyword import] socket  [comment # the calls\n]s.[function bind](([string "127.0.0.1"], [number 0]))',
    ],
    ["python", 'print(f"{port:5}")', '[function print]([string f"]{port:5}[string "])'],
    [
      "c",
      "int fd = socket(AF_INET, SOCK_STREAM, 0);",
      "[keyword int] fd = [function socket](AF_INET, SOCK_STREAM, [number 0]);",
    ],
    [
      "javascript",
      "const s = createServer((c) => c.end());",
      "[keyword const] s = [function createServer]((c) => c.[function end]());",
    ],
    [
      "shellscript",
      'for p in 80; do nc "$p"; done',
      '[keyword for] p [keyword in ][string 80]; [keyword do ][function nc ][string "$p"]; [keyword done]',
    ],
  ])("%s: %s", async (grammar, code, expected) => {
    expect(await read(grammar, code)).toBe(expected);
  });
});

test("no character is lost or added", async () => {
  const code = 'def f(a):\n\n    """Text\n    of two lines."""\n\treturn a  \n';
  const text = (run: Run): string =>
    "value" in run ? run.value : (run as { children: Run[] }).children.map(text).join("");
  expect(
    coloured(await highlighter(), code, "python")
      .map(text)
      .join(""),
  ).toBe(code);
});

test("a block of code in another language stays as it is", async () => {
  const text = { type: "text", value: "if (0) return" } as const;
  const block = (language: string) => ({
    type: "element",
    tagName: "code",
    properties: { className: [`language-${language}`] },
    children: [text],
  });
  const tree = {
    type: "root",
    children: [
      { type: "element", tagName: "pre", children: [block("text")] },
      { type: "element", tagName: "pre", children: [block("c")] },
    ],
  };
  await rehypeCodeColours()(tree);
  expect(tree.children.map(({ children }) => children[0]!.children.length)).toEqual([1, 5]);
});
