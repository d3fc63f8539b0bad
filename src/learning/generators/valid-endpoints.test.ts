import { isIPv4, isIPv6 } from "node:net";
import { test } from "vitest";
import { expectSame, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";
import { validEndpoints } from "./valid-endpoints.ts";

/** By Node's own readers of addresses, and a port of one to five digits. */
function isEndpoint(text: string): boolean {
  const [, bracketed, plain, port] = /^(?:\[(.*)\]|([^:[\]]*)):(\d{1,5})$/.exec(text) ?? [];
  if (port === undefined || Number(port) > 65_535) return false;
  if (bracketed !== undefined) return isIPv6(bracketed);
  return isIPv4(plain!) || /^[a-z]+(\.[a-z]+)*$/.test(plain!);
}

test("those that are right are a host, a colon and a port", () => {
  for (const question of questionsOf(validEndpoints)) {
    if (question.kind !== "choose-several") throw new TypeError(question.kind);
    const texts = question.choices.map(({ text }) => text);
    expectSame(
      rightTexts(question),
      texts.filter((text) => isEndpoint(text.slice(1, -1))),
    );
    expectSame(texts.length >= 4, true);
  }
});
