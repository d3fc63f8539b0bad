import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Question } from "#learning/question";
import { questionProblems } from "#learning/question-problems";

const QUESTIONS = import.meta.glob<readonly Question[]>("/content/lessons/*/*/questions.ts", {
  eager: true,
  import: "questions",
});

/** The ids that `<Predict>` or `<Check>` name in a lesson's text, in reading order. */
function namedBy(component: "Predict" | "Check", text: string): string[] {
  const pattern = new RegExp(`<${component}\\s+question="([^"]*)"\\s*/>`, "g");
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}

test("the course has lessons with questions", () => {
  expect(Object.keys(QUESTIONS).length).toBeGreaterThan(0);
});

describe.each(Object.entries(QUESTIONS))("%s", (file, questions) => {
  const text = readFileSync(`.${file.replace("questions.ts", "lesson.mdx")}`, "utf8");
  const [predictions, checks] = [namedBy("Predict", text), namedBy("Check", text)];

  test.each(questions.map((question) => [question.id, question] as const))(
    "question %s keeps the rules of questions",
    (_id, question) => {
      expect(questionProblems(question)).toEqual([]);
    },
  );

  test("the lesson opens with one prediction and has at least three checks", () => {
    expect(predictions).toHaveLength(1);
    expect(checks.length).toBeGreaterThanOrEqual(3);
    expect(text.indexOf("<Predict")).toBeLessThan(text.indexOf("<Check"));
  });

  test("the prediction is the first of the lesson's questions, the checks are the others", () => {
    expect(predictions).toEqual([questions[0]?.id]);
  });

  test("every <Predict> and <Check> names its question in one attribute", () => {
    expect(text.match(/<(Predict|Check)\b/g)).toHaveLength(predictions.length + checks.length);
  });

  test("the lesson uses every question exactly once, and no other", () => {
    const ids = questions.map(({ id }) => id);
    expect([...predictions, ...checks].toSorted()).toEqual(ids.toSorted());
  });
});
