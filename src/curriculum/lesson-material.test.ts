import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compile } from "@mdx-js/mdx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { remarkLessonMaterial } from "./lesson-material.ts";

let content = "";

beforeAll(() => {
  content = mkdtempSync(join(tmpdir(), "content-"));
  const files = {
    "glossary/a.ts": `export const TERMS = [{ id: "port", term: "port", definition: "A number.", lesson: "a/b" }];`,
    "examples/echo/server.py": "one\ntwo\nthree\n",
    "examples/echo/notes.xyz": "?",
    "examples/echo/output.txt": "$ python3 server.py &\nlistening\n$ python3 client.py\nhello\n",
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  }
});
afterAll(() => rmSync(content, { recursive: true, force: true }));

const build = async (text: string) =>
  String(
    await compile(
      { value: text, path: "lesson.mdx" },
      { remarkPlugins: [[remarkLessonMaterial, content]] },
    ),
  );

test.each([
  ["a term its definition", `A <Term id="port">port</Term>.`, `definition: "A number."`],
  ["code its file", `<Code file="echo/server.py" />`, String.raw`"one\ntwo\nthree\n"`],
  [
    "code the lines it names",
    `<Code file="echo/server.py" lines="2-3" />`,
    String.raw`"two\nthree\n"`,
  ],
  ["code one line", `<Code file="echo/server.py" lines="2" />`, String.raw`"two\n"`],
  [
    "output its transcript",
    `<Output of="echo" />`,
    String.raw`"$ python3 server.py &\nlistening\n$ python3 client.py\nhello"`,
  ],
  [
    "output the steps it names",
    `<Output of="echo" steps="2" />`,
    String.raw`"$ python3 client.py\nhello"`,
  ],
])("a lesson gives %s", async (_, text, built) => {
  expect(await build(text)).toContain(built);
});

test.each([
  [
    "an unknown term",
    `Text.\n\n<Term id="prot">x</Term>`,
    /lesson\.mdx:3: the glossary has no term “prot”/,
  ],
  ["a file that is not there", `<Code file="echo/a.py" />`, /content\/examples has no echo\/a\.py/],
  ["a file in no known language", `<Code file="echo/notes.xyz" />`, /in no language of lessons/],
  [
    "lines beyond the file's end",
    `<Code file="echo/server.py" lines="2-4" />`,
    /“2-4” is not within 1-3/,
  ],
  [
    "lines that go backwards",
    `<Code file="echo/server.py" lines="3-2" />`,
    /“3-2” is not within 1-3/,
  ],
  ["lines that are no range", `<Code file="echo/server.py" lines="all" />`, /no range like 3-12/],
  [
    "the output of no example",
    `<Output of="ehco" />`,
    /content\/examples\/ehco has no output\.txt/,
  ],
])("%s stops the build and names the place", async (_, text, message) => {
  await expect(build(text)).rejects.toThrow(message);
});
