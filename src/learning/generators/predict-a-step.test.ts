import { expect, test } from "vitest";
import { expectSame, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";
import { predictAStep } from "./predict-a-step.ts";

/** Whether the story has a listener for the port on the address that is called, told from its lines alone. */
function isListening(story: string, host: string, port: string): boolean {
  const who = `(?:${host}'s program|\\w+ on ${host}) calls`;
  const binds = story.matchAll(
    new RegExp(`${who} bind\\((\\w+), (?:\\*|10\\.0\\.0\\.2):${port}\\)`, "g"),
  );
  return [...binds].some(([, name]) => new RegExp(`${who} listen\\(${name},`).test(story));
}

test("a first SYN is answered with SYN-ACK where a program listens, and with RST where none does", () => {
  const answers = new Set<string>();
  for (const question of questionsOf(predictAStep)) {
    const { prompt, listing = "" } = question;
    const [, from, port, to] =
      /Now: The SYN from (\w) reaches port (\d+) of (\w)\. What goes over the wire now\?$/.exec(
        prompt,
      ) ?? [];
    const isFirst = !/reaches|close|power|filter|127\.0\.0\.1|::|listen\(\w+\)/.test(listing);
    if (from === undefined || !isFirst) continue;
    const answer = isListening(listing, to!, port!) ? "SYN-ACK" : "RST";
    answers.add(answer);
    expectSame(
      [prompt, listing, ...rightTexts(question)],
      [prompt, listing, `${to} sends ${answer} to ${from}`],
    );
  }
  expect(answers.size).toBe(2);
});

test("one story and question have one answer", () => {
  const rights = new Map<string, string>();
  for (const question of questionsOf(predictAStep, 4000)) {
    const asked = `${question.listing ?? ""} ${question.prompt}`;
    const [right] = rightTexts(question);
    expectSame([asked, rights.get(asked) ?? right], [asked, right]);
    rights.set(asked, right!);
  }
  expect(rights.size).toBeGreaterThan(100);
});
