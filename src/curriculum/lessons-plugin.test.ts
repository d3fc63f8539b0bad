import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compile } from "@mdx-js/mdx";
import remarkFrontmatter from "remark-frontmatter";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { partsOf, readCourse, readFrontmatter, remarkCheckLesson } from "./lessons-plugin.ts";

const FRONTMATTER = `---
title: A lesson
description: What it is about.
minutes: 8
goals: [do this, do that]
summary: [One., Two.]
requires: []
introduces: []
sources:
  - title: RFC 6335
    url: https://www.rfc-editor.org/rfc/rfc6335.html
---
`;

let directory = "";

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "lessons-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function write(file: string, text: string) {
  const path = join(directory, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe("readCourse", () => {
  test("numbered folders give the reading order, and the number is stripped from the address", () => {
    write("02-later/chapter.json", `{"title": "Later", "description": "D."}`);
    write("01-first/chapter.json", `{"title": "First", "description": "D."}`);
    for (const lesson of ["10-ten", "9-nine"]) write(`01-first/${lesson}/lesson.mdx`, FRONTMATTER);
    const { chapters: course, descriptions } = readCourse(directory);
    expect(course.map(({ slug }) => slug)).toEqual(["first", "later"]);
    expect(course[0]?.lessons.map(({ slug, folder }) => [slug, folder])).toEqual([
      ["nine", "01-first/9-nine"],
      ["ten", "01-first/10-ten"],
    ]);
    expect(descriptions).toMatchObject({ first: "D.", "01-first/9-nine": "What it is about." });
  });

  test("a lesson cannot have the address of its chapter's test or cheat sheet", () => {
    write("01-first/chapter.json", `{"title": "First", "description": "D."}`);
    write("01-first/01-cheat-sheet/lesson.mdx", FRONTMATTER);
    expect(() => readCourse(directory)).toThrow(/01-cheat-sheet\/lesson\.mdx/);
  });

  test("a folder without a number is named", () => {
    write("intro/chapter.json", "{}");
    expect(() => readCourse(directory)).toThrow("intro: a folder is named 01-its-slug.");
  });

  test("a chapter without a title is named", () => {
    write("01-first/chapter.json", `{"description": "D."}`);
    expect(() => readCourse(directory)).toThrow(/01-first\/chapter\.json: title/);
  });
});

describe("readFrontmatter", () => {
  test.each([
    ["a missing title", "title: A lesson\n", "", /lesson\.mdx: title/],
    ["an unknown key", "minutes: 8", "minutes: 8\nmood: good", /lesson\.mdx: .*mood/],
    ["a source without https", "https:", "http:", /sources\.0\.url/],
    ["a single goal", "[do this, do that]", "[do this]", /goals/],
  ])("%s stops the build and names the file", (_, from, to, message) => {
    expect(() => readFrontmatter(FRONTMATTER.replace(from, to), "lesson.mdx")).toThrow(message);
  });

  test("a lesson without frontmatter is named", () => {
    expect(() => readFrontmatter("# Text", "lesson.mdx")).toThrow("lesson.mdx: a lesson begins");
  });
});

describe("partsOf", () => {
  test("a lesson is parted at its first heading, and every line keeps its number", () => {
    const text = `Opening.\n\n### Not here\n\n## Here\n\nText.\n\n## Next\n`;
    const { opening, below } = partsOf(FRONTMATTER + text);
    expect(opening).toBe(`${FRONTMATTER}Opening.\n\n### Not here\n\n`);
    expect(below).toBe(`${FRONTMATTER}\n\n\n\n## Here\n\nText.\n\n## Next\n`);
  });

  test("a lesson without a heading has nothing below its opening", () => {
    expect(partsOf(`${FRONTMATTER}Text.\n`)).toEqual({
      opening: `${FRONTMATTER}Text.\n`,
      below: `${FRONTMATTER}\n`,
    });
  });
});

describe("remarkCheckLesson", () => {
  const build = (text: string) =>
    compile(
      { value: FRONTMATTER + text, path: "lesson.mdx" },
      { remarkPlugins: [remarkCheckLesson, remarkFrontmatter] },
    );

  test("a lesson may hold prose and the components of lessons", async () => {
    await expect(build(`Text.\n\n<Check question="one" />\n`)).resolves.toBeDefined();
  });

  test.each([
    ["an import line", `import a from "a";`, /no import or export lines/],
    [
      "an unknown component",
      `<Chekc question="one" />`,
      /lesson\.mdx:\d+: <Chekc> is no component/,
    ],
    ["a component inside a line", `Text <b>bold</b>.`, /<b> is no component/],
    ["a heading of the first rank", `# Title`, /headings begin at ##/],
  ])("%s stops the build and names the place", async (_, text, message) => {
    await expect(build(text)).rejects.toThrow(message);
  });
});
