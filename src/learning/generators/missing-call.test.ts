import { expect, test } from "vitest";
import { inPrompt, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";
import { missingCall } from "./missing-call.ts";

/** What is missing where this comes of it, by the manual pages of the calls. */
const BY_OUTCOME: readonly (readonly [role: string, outcome: RegExp, call: RegExp])[] = [
  ["TCP server", /`accept\(\)` gives EINVAL/, /\blisten\(/],
  ["TCP server", /client's `connect\(\)` gives ECONNREFUSED/, /\bbind\(.*0\.0\.0\.0/],
  [
    "TCP server",
    /CLOSE-WAIT remains/,
    /(?:conn|peer_socket|talk)\.close\(|close\((?:conn|peer_socket|talk)\)/,
  ],
  ["TCP client", /`send\(\)` gives EPIPE/, /\bconnect\(/],
  ["UDP server", /client's `recv\(\)` gives ECONNREFUSED/, /\bbind\(.*0\.0\.0\.0/],
  ["UDP client", /`send\(\)` gives EDESTADDRREQ/, /\bconnect\(/],
];

test("what comes of it tells which call is missing, and no other choice is that call", () => {
  const asked = new Set<string>();
  for (const question of questionsOf(missingCall)) {
    if (question.kind !== "choose-one") throw new TypeError(question.kind);
    const { prompt, choices, listing = "" } = question;
    const role = inPrompt(question, /beginner's (\w+ \w+)/);
    const fitting = BY_OUTCOME.filter(([of, outcome]) => of === role && outcome.test(prompt));
    const [, outcome, call] = fitting[0]!;
    asked.add(`${role} ${outcome.source}`);
    const texts = choices.map(({ text }) => text).filter((text) => call.test(text));
    expect([prompt, fitting.length, texts, call.test(listing)]).toEqual([
      prompt,
      1,
      rightTexts(question),
      false,
    ]);
  }
  expect(asked.size).toBe(BY_OUTCOME.length);
});
