import { expect, test } from "vitest";
import { expectSame, questionsOf } from "./held-over-seeds.fixture.ts";
import { partOfEndpoint } from "./part-of-endpoint.ts";

/** The parts, read once more: the port is the last digits, a zone follows %, brackets are no part of the address. */
function partsOf(text: string): Readonly<Record<string, string | undefined>> {
  const [, front, port] = /^(.*)[.:](\d+)$/.exec(text)!;
  const zone = /%(\w+)/.exec(front!)?.[1];
  return { port, zone, "whole address": front!.replaceAll(/[[\]]|%\w+/g, "") };
}

test("the place that is right holds the part that is asked for", () => {
  for (const question of questionsOf(partOfEndpoint)) {
    if (question.kind !== "point-at") throw new TypeError(question.kind);
    const { listing, prompt, choices } = question;
    const asked = /Point at the ([a-z ]+)\.$/.exec(prompt)![1]!;
    const { from, to } = choices.find(({ right }) => right === true)!;
    expectSame([listing, listing.slice(from, to)], [listing, partsOf(listing)[asked]]);
    expectSame(asked !== "port" || to === listing.length, true);
  }
});

test("only macOS has a dot before the port", () => {
  for (const { listing, prompt } of questionsOf(partOfEndpoint, 2000))
    expect(/\.\d+$/.test(listing!)).toBe(prompt.includes("macOS"));
});

test("brackets, zones, bare colons and stars are all asked about", () => {
  const listings = questionsOf(partOfEndpoint, 2000).map(({ listing }) => listing!);
  for (const shape of [
    /^\[2001/,
    /^\[fe80::\w+\]%/,
    /^\[fe80::\w+%/,
    /^:::/,
    /^\*[:.]/,
    /^2001.*:\d+$/,
  ])
    expect(listings.some((each) => shape.test(each))).toBe(true);
});
