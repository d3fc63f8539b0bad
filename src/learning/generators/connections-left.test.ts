import { test } from "vitest";
import { connectionsLeft } from "./connections-left.ts";
import { expectSame, inPrompt, questionsOf } from "./held-over-seeds.fixture.ts";

test("as many are left as ports of the range have no row with this peer", () => {
  for (const question of questionsOf(connectionsLeft)) {
    if (question.kind !== "type-number") throw new TypeError(question.kind);
    const [, from, to] = /= (\d+)\t(\d+)/.exec(question.listing!)!.map(Number);
    const peer = inPrompt(question, /open to `(.*?)`/);
    let left = to! + 1 - from!;
    for (const line of question.listing!.split("\n"))
      if (line.endsWith(` ${peer}`)) left -= Number.parseInt(line, 10);
    expectSame(question.answer, left);
    expectSame(left > 0, true);
  }
});
