import { expect, test } from "vitest";
import type { Question } from "../question.ts";
import { questionsOf } from "./held-over-seeds.fixture.ts";
import { socketTypesSorted } from "./socket-types-sorted.ts";

/** By socket(2), tcp(7), udp(7), raw(7) and listen(2): stream, datagram, raw. */
const BY_MANUAL: readonly (readonly [RegExp, string])[] = [
  [/is sent again/, "stream"],
  [/two calls of `send/, "stream"],
  [/is thrown away/, "datagram raw"],
  [/`listen\(\)` works/, "stream"],
  [/have a port/, "stream datagram"],
  [/has a privilege/, "raw"],
  [/begins with the IP header/, "raw"],
  [/sends something/, "stream"],
  [/can send without/, "datagram raw"],
  [/lists it as soon as/, "datagram raw"],
  [/several senders/, "datagram raw"],
];

function typesOf(text: string): string {
  const fitting = BY_MANUAL.filter(([pattern]) => pattern.test(text));
  if (fitting.length !== 1) throw new Error(`“${text}” fits ${fitting.length} lines.`);
  return fitting[0]![1];
}

const typeIn = (text: string) => /stream|datagram|raw/i.exec(text)![0].toLowerCase();

/** A sentence, a type, and whether the question takes it to be true for that type. */
type Claim = readonly [text: string, type: string, isTrue: boolean];

function claimsOf(question: Question): Claim[] {
  if (question.kind === "choose-several") {
    const type = typeIn(question.prompt);
    return question.choices.map(({ text, right = false }): Claim => [text, type, right]);
  }
  if (question.kind !== "sort-into") throw new TypeError(question.kind);
  const types = question.bins.map(typeIn);
  return question.items.flatMap(({ text, bin }) =>
    types.map((type, index): Claim => [text, type, index === bin]),
  );
}

test("each sentence is true for the types that the manual pages say", () => {
  const told = new Set<string>();
  for (const question of questionsOf(socketTypesSorted)) {
    const claims = claimsOf(question);
    expect(
      claims.filter(([text, type, isTrue]) => typesOf(text).includes(type) !== isTrue),
    ).toEqual([]);
    for (const [text] of claims) told.add(text);
  }
  expect(told.size).toBe(BY_MANUAL.length);
});
