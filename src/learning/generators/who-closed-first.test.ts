import { expect, test } from "vitest";
import { questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";
import { whoClosedFirst } from "./who-closed-first.ts";

/** RFC 9293 §3.6, as rules of their own. */
function rightOfRow(row: string): RegExp {
  if (/FIN.?WAIT|TIME.WAIT/.test(row)) return /^The program on this host/;
  return /CLOSE.WAIT|LAST.ACK/.test(row) ? /^The peer's program/ : /^Neither/;
}

function rightOfStory(prompt: string): RegExp {
  const first = /In a connection (the \w+)/.exec(prompt)![1]!;
  const asked = /In which state is (the \w+)/.exec(prompt)![1]!;
  const isOver = prompt.includes("closes it too");
  if (asked === first) return isOver ? /^TIME-WAIT$/ : /^FIN-WAIT-2$/;
  return isOver ? /^CLOSED/ : /^CLOSE-WAIT$/;
}

test("who closed first waits, and who did not has to close or is gone", () => {
  for (const question of questionsOf(whoClosedFirst)) {
    const { prompt, listing } = question;
    const right =
      listing === undefined ? rightOfStory(prompt) : rightOfRow(listing.split("\n").at(-1)!);
    const [text] = rightTexts(question);
    expect([prompt, listing, right.test(text!)]).toEqual([prompt, listing, true]);
  }
});

test("every answer is right at times", () => {
  const rights = questionsOf(whoClosedFirst, 1000).flatMap(rightTexts);
  expect(new Set(rights.map((text) => text.slice(0, 10))).size).toBe(7);
});
