import { expect, test } from "vitest";
import { questionsOf } from "./held-over-seeds.fixture.ts";
import { otherEnd } from "./other-end.ts";

const endsIn = (line: string) =>
  [...line.matchAll(/((?:\d+\.){3}\d+)[.:](\d+)/g)].map(
    ([, address, port]) => `${address} ${port}`,
  );

test("of the rows only the right one has the asked row's ends exchanged", () => {
  for (const question of questionsOf(otherEnd)) {
    if (question.kind !== "point-at") throw new TypeError(question.kind);
    const asked = endsIn(/row[^`]*: `([^`]+)`/.exec(question.prompt)![1]!);
    expect(asked).toHaveLength(2);
    for (const { from, to, right } of question.choices) {
      const ends = endsIn(question.listing.slice(from, to));
      expect(ends[0] === asked[1] && ends[1] === asked[0]).toBe(right === true);
    }
    expect(question.choices).toHaveLength(5);
  }
});
