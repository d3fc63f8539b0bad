import { test } from "vitest";
import { expectSame, questionsOf } from "./held-over-seeds.fixture.ts";
import { listenersByReach } from "./listeners-by-reach.ts";

/** By the text alone, as the tools print it. */
function binOf(text: string): number {
  if (/^`(?:\*|0\.0\.0\.0|\[::\]|::)[.:]\d+`$/.test(text)) return 2;
  if (/^`(?:127\.\d+\.\d+\.\d+|\[::1\]|::1)[.:]\d+`$/.test(text)) return 0;
  return 1;
}

test("a wildcard leads from everywhere, loopback from the host, anything else from one address", () => {
  for (const question of questionsOf(listenersByReach)) {
    if (question.kind !== "sort-into") throw new TypeError(question.kind);
    const sorted = question.items.map(({ text, bin }) => [text, bin]);
    expectSame(
      sorted,
      question.items.map(({ text }) => [text, binOf(text)]),
    );
    expectSame(new Set(question.items.map(({ bin }) => bin)).size, 3);
    for (const { text } of question.items)
      expectSame([text, question.listing!.includes(text.slice(1, -1))], [text, true]);
  }
});
