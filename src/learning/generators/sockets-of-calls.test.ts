import { expect, test } from "vitest";
import { questionsOf } from "./held-over-seeds.fixture.ts";
import { socketsOfCalls } from "./sockets-of-calls.ts";

/** What the words of an item can only mean; of each item exactly one fits. */
const BY_WORDS: readonly (readonly [RegExp, RegExp])[] = [
  [/SO_REUSEADDR|^`listen|^`accept|nobody listens/, /listening socket$/],
  [/^`bind\(\)` to `(?!0\.0\.0\.0)/, /listening socket$/],
  [/reads the request|send\(\)` of the answer|goes on listening/, /accept\(\)` returned$/],
  [/^`connect|^`bind\(\)` to `0\.0\.0\.0|send\(\)` of the request/, /client's socket$/],
  [/request is complete|reads the answer|client has no socket/, /client's socket$/],
];

test("bytes travel through connected sockets, and the listener only takes connections", () => {
  const told = new Set<string>();
  for (const question of questionsOf(socketsOfCalls)) {
    if (question.kind !== "sort-into") throw new TypeError(question.kind);
    const astray = question.items.filter(({ text, bin, near = [] }) => {
      const fitting = BY_WORDS.filter(([words]) => words.test(text));
      const isRight = fitting.length === 1 && fitting[0]![1].test(question.bins[bin]!);
      told.add(text.replaceAll(/[\d.:]+/g, ""));
      return !isRight || near.length !== 2;
    });
    expect(astray).toEqual([]);
  }
  expect(told.size).toBe(14);
});
