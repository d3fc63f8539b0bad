import { test } from "vitest";
import { expectSame, inPrompt, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";
import { remedyOfRow } from "./remedy-of-row.ts";

/** By the row's state, and by which of its ports is a server's usual one (below 32768). */
function remedyFor(listing: string, port: string): RegExp {
  const row = listing.split("\n").at(-1)!;
  if (/\bLISTEN\b/.test(row)) return /^Stop the server/;
  if (/\bTIME.WAIT\b/.test(row)) return /SO_REUSEADDR/;
  return Number(port) >= 32_768 ? /^Give the server a port outside/ : /^End the process `/;
}

test("the remedy that is right follows from the row's state and port", () => {
  for (const question of questionsOf(remedyOfRow)) {
    const port = inPrompt(question, /TCP port (\d+)/);
    const remedy = remedyFor(question.listing!, port);
    const rights = rightTexts(question);
    expectSame([...rights, remedy.test(rights[0]!)], [rights[0], true]);
    if (question.kind !== "choose-one") throw new TypeError(question.kind);
    expectSame(question.choices.length, 4);
  }
});
