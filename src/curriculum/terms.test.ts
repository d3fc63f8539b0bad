/** A word is explained before it is used: the course, read from its first lesson to its last. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { READING_ORDER } from "./course.ts";
import { GLOSSARY } from "./glossary.ts";
import { readFrontmatter } from "./lessons-plugin.ts";
import { boldTerms, markedTerms, spokenTerms } from "./term-uses.ts";

const LESSONS = READING_ORDER.map(({ chapter, lesson }) => {
  const file = `content/lessons/${lesson.folder}/lesson.mdx`;
  const text = readFileSync(file, "utf8");
  return { address: `${chapter.slug}/${lesson.slug}`, text, ...readFrontmatter(text, file) };
});
const ADDRESSES = LESSONS.map(({ address }) => address);
const IDS = GLOSSARY.map(({ id }) => id);

test("every term has an id of its own, in kebab-case", () => {
  expect(GLOSSARY.length).toBeGreaterThan(0);
  expect(IDS.filter((id, index) => IDS.indexOf(id) !== index)).toEqual([]);
  expect(IDS.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

test("no two terms have one name", () => {
  const names = GLOSSARY.map(({ term }) => term.toLowerCase());
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("a term is introduced by the lesson that its definition names, and by no other", () => {
  const introduced = LESSONS.flatMap(({ address, introduces }) =>
    introduces.map((id) => `${id} by ${address}`),
  );
  const defined = GLOSSARY.map(({ id, lesson }) => `${id} by ${lesson}`);
  expect(introduced.toSorted()).toEqual(defined.toSorted());
});

test("a definition is a sentence of at most 240 characters", () => {
  for (const { definition } of GLOSSARY) {
    expect(definition).toMatch(/^[A-Z`0-9].*\.$/);
    expect(definition.length).toBeLessThanOrEqual(240);
  }
});

describe.each(LESSONS)("$address", ({ address, text, requires, introduces }) => {
  const earlier = new Set(ADDRESSES.slice(0, ADDRESSES.indexOf(address)));
  const isLater = ({ lesson }: { lesson: string }) => lesson !== address && !earlier.has(lesson);

  test("requires earlier lessons only", () => {
    expect(requires.filter((each) => !earlier.has(each))).toEqual([]);
    expect(new Set(requires).size).toBe(requires.length);
  });

  test("says in bold each word that it introduces", () => {
    const bold = new Set(boldTerms(text, GLOSSARY).map(({ id }) => id));
    expect(introduces.filter((id) => !bold.has(id))).toEqual([]);
  });

  test("marks no word of a later lesson, and none that the glossary lacks", () => {
    const marked = markedTerms(text);
    expect(marked.filter((id) => !IDS.includes(id))).toEqual([]);
    expect(GLOSSARY.filter(({ id }) => marked.includes(id)).filter(isLater)).toEqual([]);
  });

  test("says in bold no word of a later lesson", () => {
    expect(boldTerms(text, GLOSSARY).filter(isLater)).toEqual([]);
  });

  test("uses no word of a later lesson in its prose", () => {
    expect(
      spokenTerms(text, GLOSSARY)
        .filter((term) => isLater(term) && term.everyday !== true)
        .map(({ id }) => id),
    ).toEqual([]);
  });
});
