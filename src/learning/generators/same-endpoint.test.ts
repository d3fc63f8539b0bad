import { expect, test } from "vitest";
import { expectSame, inPrompt, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";
import { sameEndpoint } from "./same-endpoint.ts";

/** Protocol, eight groups or four octets as numbers, and port: read once more, without the app's readers. */
function read(text: string): string {
  const [, protocol, rest] = /^`?(\w+) ([^`]+?)(?:`|, as .*|$)/.exec(text)!;
  const whole = text.replaceAll("`", "").includes(", port ")
    ? text.replaceAll("`", "").slice(4)
    : rest!;
  const [, front, port] = /^(.*?)(?:[.:]|, port )(\d+)$/.exec(whole)!;
  const address = front!.replaceAll(/[[\]]/g, "");
  return `${protocol} ${numbersOf(address).join("-")} ${port}`;
}

function numbersOf(address: string): number[] {
  if (!address.includes(":")) return address.split(".").map(Number);
  const [head, tail] = address.split("::").map((side) => (side === "" ? [] : side.split(":")));
  const zeros = Array.from({ length: 8 - head!.length - (tail?.length ?? 0) }, () => "0");
  return [...head!, ...zeros, ...(tail ?? [])].map((group) => Number.parseInt(group, 16));
}

test("those that are right have the same protocol, address and port", () => {
  for (const question of questionsOf(sameEndpoint)) {
    if (question.kind !== "choose-several") throw new TypeError(question.kind);
    const asked = read(inPrompt(question, /`(.*)`/));
    const expected = question.choices
      .map(({ text }) => text)
      .filter((text) => read(text) === asked);
    expectSame([question.prompt, rightTexts(question)], [question.prompt, expected]);
  }
});

test("the other protocol is offered often", () => {
  const offered = questionsOf(sameEndpoint, 1000).filter((question) =>
    JSON.stringify(question).includes("endpoint-without-protocol"),
  );
  expect(offered.length).toBeGreaterThan(300);
});
