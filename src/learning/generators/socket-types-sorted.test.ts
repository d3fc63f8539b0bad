import { expect, test } from "vitest";
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

test("each sentence is true for the types that the manual pages say", () => {
  const told = new Set<string>();
  for (const question of questionsOf(socketTypesSorted)) {
    if (question.kind === "sort-into") {
      const types = question.bins.map(typeIn);
      const astray = question.items.filter(({ text, bin }) => {
        const [is, isNot] = [types[bin]!, types[1 - bin]!];
        return !typesOf(text).includes(is) || typesOf(text).includes(isNot);
      });
      expect(astray).toEqual([]);
      for (const { text } of question.items) told.add(text);
    } else if (question.kind === "choose-several") {
      const type = typeIn(question.prompt);
      const astray = question.choices.filter(
        ({ text, right = false }) => typesOf(text).includes(type) !== right,
      );
      expect([type, astray]).toEqual([type, []]);
      for (const { text } of question.choices) told.add(text);
    } else throw new TypeError(question.kind);
  }
  expect(told.size).toBe(BY_MANUAL.length);
});
