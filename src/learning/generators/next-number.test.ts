import { test } from "vitest";
import { expectSame, questionsOf } from "./held-over-seeds.fixture.ts";
import { nextNumber } from "./next-number.ts";

test("each byte takes one number, SYN one, FIN one, and an ACK none", () => {
  for (const question of questionsOf(nextNumber)) {
    if (question.kind !== "type-number") throw new TypeError(question.kind);
    const { prompt, answer, near } = question;
    let next = Number(/`(\d+)`/.exec(prompt)![1]);
    next += Number(/with (\d+) bytes?/.exec(prompt)?.[1] ?? 0);
    if (/\b(?:SYN|FIN)\b/.test(prompt)) next += 1;
    expectSame([prompt, answer], [prompt, next]);
    expectSame(next < 2 ** 32, true);
    expectSame(near.length > 0, true);
  }
});
