import { expect, test } from "vitest";
import { expectSame, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";
import { whoReachesListener } from "./who-reaches-listener.ts";

/** To which of the addresses tried the listener answers, by its local address as ss prints it. */
function reached(local: string, tried: string): boolean {
  if (local === "*") return true;
  if (local === "0.0.0.0") return !tried.includes(":");
  if (local === "[::]") return tried.includes(":");
  return local.replaceAll(/[[\]]|%eth0/g, "") === tried;
}

test("those who are right try an address that the listener takes, and nobody tries their own loopback", () => {
  for (const question of questionsOf(whoReachesListener)) {
    if (question.kind !== "choose-several") throw new TypeError(question.kind);
    const row = question.listing!.split("\n").at(-1)!;
    const local = /(\S+):\d+ +\S+:\*/.exec(row)![1]!;
    const expected = question.choices
      .map(({ text }) => text)
      .filter((text) => {
        const tried = /`([^`]+)`/.exec(text)![1]!;
        return reached(local, tried) && !/another host.*`127/.test(text);
      });
    expectSame([local, rightTexts(question)], [local, expected]);
  }
});

test("listeners of all sorts are asked about", () => {
  const locals = questionsOf(whoReachesListener, 500).map(({ listing }) =>
    /(\S+):\d+ +\S+:\*/.exec(listing!)![1]!.replaceAll(/\d+(?=\]|$)|[\da-f]+(?=\])/g, ""),
  );
  expect(new Set(locals).size).toBeGreaterThanOrEqual(7);
});
