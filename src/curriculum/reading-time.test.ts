/** Every lesson, measured as somebody reads it who leaves nothing out that is not folded. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createProcessor } from "@mdx-js/mdx";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import { describe, expect, test } from "vitest";
import { remarkLessonMaterial } from "./lesson-material.ts";
import { readCourse, readFrontmatter } from "./lessons-plugin.ts";
import { type LessonLength, NOTHING, lessonLength, readingTime } from "./reading-time.ts";

const LESSONS = "content/lessons";
const processor = createProcessor({ remarkPlugins: [remarkFrontmatter, remarkGfm] });

async function lengthOf(source: string, said: readonly string[] = []): Promise<LessonLength> {
  // Of the tree only what both of them read is typed there.
  const tree = processor.parse(source) as never;
  await remarkLessonMaterial("content")(tree, { path: "lesson.mdx" });
  return lessonLength(tree, said);
}

describe.each(readCourse(LESSONS).chapters)("$title", ({ lessons }) => {
  test.each(lessons)("$title takes the minutes that it says, no more than 12", async (lesson) => {
    const file = join(LESSONS, lesson.folder, "lesson.mdx");
    const source = readFileSync(file, "utf8");
    const { goals, summary } = readFrontmatter(source, file);
    const length = await lengthOf(source, [...goals, ...summary]);
    const time = readingTime(length);
    const isAsSaid = Math.abs(time - lesson.minutes) < 1 && time < 12.5;
    // What was counted is part of both, so that a failure shows it.
    expect({ ...length, time, isAsSaid }).toEqual({ ...length, time, isAsSaid: true });
  });
});

test("prose is read at 200 words a minute, and a widget takes a minute and a half", () => {
  expect(readingTime({ ...NOTHING, words: 400 })).toBe(2);
  expect(readingTime({ ...NOTHING, widgets: 2 })).toBe(3);
});

test("of a program in several languages one is read, and what is folded is not", async () => {
  const source = `Four words stand here.

<PerLanguage>

<In language="python">

\`\`\`python
import socket

s = socket.socket()
\`\`\`

</In>

<In language="c">

\`\`\`c
int s = socket(AF_INET, SOCK_STREAM, 0);
\`\`\`

</In>

</PerLanguage>

<Folded title="More">

Nobody has to read this.

</Folded>
`;
  expect(await lengthOf(source)).toEqual({ ...NOTHING, words: 4, codeLines: 1 });
});

test("a heading that a terminal prints again is not read again", async () => {
  const terminal = '<Terminal command="ss -tan">{`State Recv-Q\nLISTEN 0`}</Terminal>';
  expect((await lengthOf(terminal)).printedLines).toBe(3);
  expect((await lengthOf(`${terminal}\n\n${terminal}`)).printedLines).toBe(4);
});
