import { test } from "vitest";
import { expectSame, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";
import { tuplesTogether } from "./tuples-together.ts";

test("what can come in is no row of the listing, has ports that exist, and does not come from loopback", () => {
  for (const question of questionsOf(tuplesTogether)) {
    if (question.kind !== "choose-several") throw new TypeError(question.kind);
    const rows = question.listing!.split("\n").map((row) => row.trim().split(/\s+/));
    const expected = question.choices
      .map(({ text }) => text)
      .filter((text) => {
        const [, from, to] = /^`(.*)` to `(.*)`$/.exec(text)!;
        const isOpen = rows.some((row) => row[4] === to && row[5] === from);
        const hasListener = rows.some(
          (row) => row[1] === "LISTEN" && row[4] === `0.0.0.0:${to!.split(":")[1]}`,
        );
        expectSame(hasListener, true);
        return !isOpen && Number(from!.split(":")[1]) <= 65_535 && !from!.startsWith("127.");
      });
    expectSame(rightTexts(question), expected);
  }
});
