import { expect, test } from "vitest";
import { sectionsOf } from "./lesson-sections.ts";
import type { LessonFrontmatter } from "./lesson-schema.ts";

const ABOUT = {
  title: "Ports",
  description: "What a port is.",
  goals: ["say what a port is"],
  summary: ["A port is a number."],
} as LessonFrontmatter;

const sections = (body: string) => sectionsOf(`---\ntitle: Ports\n---\n\n${body}`, ABOUT);

test("a lesson is parted at its headings, with its goals first and its summary last", () => {
  expect(sections("Opening.\n\n## Two ends\n\nText.\n\n### Near\n\nMore.")).toEqual([
    { heading: null, anchor: null, text: "What a port is. say what a port is Opening." },
    { heading: "Two ends", anchor: "two-ends", text: "Text." },
    { heading: "Near", anchor: "near", text: "More." },
    { heading: "In short", anchor: "in-short", text: "A port is a number." },
  ]);
});

test("a heading that stands twice has two anchors", () => {
  expect(sections("## Try it\n\nA.\n\n## Try it\n\nB.").map(({ anchor }) => anchor)).toEqual([
    null,
    "try-it",
    "try-it-1",
    "in-short",
  ]);
});

test.each([
  ["emphasis and terms run on", 'A **port**, <Term id="x">said</Term>.', "A port, said."],
  [
    "items and cells stand apart",
    "- one\n- two\n\n| a | b |\n| --- | --- |\n| c | d |",
    "one two a b c d",
  ],
  [
    "a terminal tells its command and its output",
    '<Terminal command="ss -tan" system="Linux">{`a b\n  c \\`d\\``}</Terminal>',
    "ss -tan a b c `d`",
  ],
  [
    "the commands of every system are read",
    "<PerSystem linux={`ss -tln`} windows={`netstat -ano`} />",
    "ss -tln netstat -ano",
  ],
  [
    "a question is not told",
    'Before.\n\n<Check question="what-is-it" />\n\nAfter.',
    "Before. After.",
  ],
  ["settings of a widget are not told", '<PortLine marks="22,80" />\n\nAfter.', "After."],
])("%s", (_, body, text) => {
  expect(sections(`## Here\n\n${body}`)[1]?.text).toBe(text);
});
