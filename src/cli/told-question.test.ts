import { describe, expect, test } from "vitest";
import { instanceOf } from "#learning/generator";
import { GENERATORS } from "#learning/generators";
import { toldQuestion } from "./told-question.ts";

describe.each(GENERATORS)("$id", (generator) => {
  test("is told whole: prompt, listing, and every reason", () => {
    const { question } = instanceOf(generator, 7);
    const told = toldQuestion(question);
    const strings = JSON.stringify(question).matchAll(
      /"(?:prompt|because|belief)":("(?:[^"\\]|\\.)*")/g,
    );
    for (const [, string] of strings) expect(told).toContain(JSON.parse(string!));
    for (const line of question.listing?.split("\n") ?? []) expect(told).toContain(line);
  });
});

test("what is right is told from what is wrong", () => {
  const { question } = instanceOf(GENERATORS[0]!, 0);
  if (question.kind !== "choose-one") throw new TypeError(question.kind);
  const told = toldQuestion(question);
  for (const { text, right } of question.choices)
    expect(told).toContain(`${right === true ? "+" : "-"} ${text}\n`);
});
