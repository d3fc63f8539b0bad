import { expect, test } from "vitest";
import { decode } from "#netstat/decode";
import { behindAPort } from "./behind-a-port.ts";
import { questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";

test("what is right claims no service, and only the program that the row names", () => {
  const amiss = questionsOf(behindAPort).filter((question) => {
    const [right = "", ...others] = rightTexts(question);
    const listing = question.listing ?? "";
    const program = /users:\(\("([^"]+)|\d+\/(\S+)|^(\w+) +\d+ \w+ +\d+u/m.exec(listing);
    const name = program?.[1] ?? program?.[2] ?? program?.[3];
    if (others.length > 0) return true;
    if (name !== undefined) return !right.startsWith(`One called \`${name}\``);
    return !/but that is not proven\.$|for which its list has this name$/.test(right);
  });
  expect(amiss).toEqual([]);
});

test("the listing is one that its tool prints: it decodes to one listener, with the port that is spoken of", () => {
  const amiss = questionsOf(behindAPort, 500).filter((question) => {
    const listing = decode(question.listing ?? "");
    const [row, ...others] = Array.from({ length: listing.rowCount }, (_, at) => listing.row(at));
    if (row === undefined || others.length > 0 || row.entry.state !== "LISTEN") return true;
    const { port, service } = row.entry.local;
    return !JSON.stringify(question).includes(service ?? String(port));
  });
  expect(amiss).toEqual([]);
});
