import { expect, test } from "vitest";
import { drawFrom } from "./draw.ts";
import { freshInstance } from "./fresh-instance.ts";
import { type Generator, instanceOf } from "./generator.ts";

/** Asks one of so many different questions. */
const asking = (many: number): Generator => ({
  id: "which-number",
  topic: "services",
  practises: "a number",
  lesson: "ports/what-a-port-is",
  make: (draw) => ({
    kind: "type-number",
    prompt: `Type ${draw.whole(1, many)}.`,
    answer: 1,
    because: "It says so.",
    near: [],
  }),
});

test("what was asked last is not what is asked next, wherever there is another question", () => {
  const generator = asking(2);
  for (let seed = 0; seed < 200; seed++) {
    const log = [
      { at: 1, practised: generator.id, seed, outcome: "wrong", beliefs: [] } as const,
      { at: 2, practised: "another", seed: 1, outcome: "wrong", beliefs: [] } as const,
    ];
    const next = freshInstance(generator, log, drawFrom(seed + 1)).question;
    expect(next.prompt).not.toBe(instanceOf(generator, seed).question.prompt);
  }
});

test("a generator of one question asks it again", () => {
  const log = [
    { at: 1, practised: "which-number", seed: 1, outcome: "wrong", beliefs: [] } as const,
  ];
  expect(freshInstance(asking(1), log, drawFrom(1)).question.prompt).toBe("Type 1.");
});
