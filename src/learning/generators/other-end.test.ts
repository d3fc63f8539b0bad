import { test } from "vitest";
import { expectSame, questionsOf } from "./held-over-seeds.fixture.ts";
import { otherEnd } from "./other-end.ts";

const endsIn = (line: string) =>
  [...line.matchAll(/((?:\d+\.){3}\d+)[.:](\d+)/g)].map(
    ([, address, port]) => `${address} ${port}`,
  );

test("of the rows only the right one has the asked row's ends exchanged", () => {
  for (const question of questionsOf(otherEnd)) {
    if (question.kind !== "point-at") throw new TypeError(question.kind);
    const asked = endsIn(/row[^`]*: `([^`]+)`/.exec(question.prompt)![1]!);
    expectSame(asked.length, 2);
    for (const { from, to, right } of question.choices) {
      const ends = endsIn(question.listing.slice(from, to));
      expectSame(ends[0] === asked[1] && ends[1] === asked[0], right === true);
    }
    expectSame(question.choices.length, 5);
  }
});
