import { expect, test } from "vitest";
import { expectSame, questionsOf } from "./held-over-seeds.fixture.ts";
import { rowForSegment } from "./row-for-segment.ts";

test("the row that is right has the four numbers, or listens on the address, or on every one", () => {
  const found = new Set<string>();
  for (const question of questionsOf(rowForSegment)) {
    if (question.kind !== "point-at") throw new TypeError(question.kind);
    const { prompt, listing, choices } = question;
    const [from, to] = /from `(\S+)` to `(\S+)`/.exec(prompt)!.slice(1);
    const port = to!.split(":")[1]!;
    const rows = listing
      .split("\n")
      .filter((line) => line.startsWith("tcp"))
      .map((line) => line.trim().replaceAll(/ +/g, " "));
    const local = (wanted: string) => rows.find((row) => row.includes(` ${wanted} `));
    const expected =
      local(`${to} ${from}`) ?? local(`${to} 0.0.0.0:*`) ?? local(`0.0.0.0:${port} 0.0.0.0:*`)!;
    const right = choices.find((choice) => choice.right === true)!;
    const row = listing.slice(right.from, right.to).replaceAll(/ +/g, " ");
    expectSame([prompt, row], [prompt, expected]);
    found.add(/a listener on 0|a listener|a connection/.exec(right.text)![0]);
  }
  expect(found.size).toBe(3);
});
