import { describe, expect, test } from "vitest";
import type { Term } from "./term.ts";
import { boldTerms, markedTerms, proseOf, spokenTerms } from "./term-uses.ts";

const TERMS: Term[] = ["port", "IP address", "TIME-WAIT", "query"].map((term) => ({
  id: term.toLowerCase().replace(" ", "-"),
  term,
  definition: "A word.",
  lesson: "a/b",
}));
const idsOf = (terms: readonly Term[]) => terms.map(({ id }) => id);

test("a marked term is found by its id, in a line and alone", () => {
  expect(markedTerms(`A <Term id="port">port</Term>.\n<Term\n  id="query">Queries</Term>`)).toEqual(
    ["port", "query"],
  );
});

test.each([
  ["in the singular", "a **port**", ["port"]],
  ["in the plural", "**IP addresses** and **queries**", ["ip-address", "query"]],
  ["at a sentence's beginning", "**Port.** It", ["port"]],
  ["within more words", "**Not a port.**", []],
  ["not in bold", "a port", []],
])("a bold term is found %s", (_, text, ids) => {
  expect(idsOf(boldTerms(text, TERMS))).toEqual(ids);
});

test.each([
  ["in a sentence", "Two ports.", ["port"]],
  ["over two lines", "an IP\naddress", ["ip-address"]],
  ["as a part of another word", "Support a port-line and a LAST-TIME-WAIT.", []],
  ["in code", "`port`", []],
  ["in a block of code", "```text\nport\n```", []],
  ["in a terminal", '<Terminal command="port">{`port`}</Terminal>', []],
  ["in italics", "It is also called *a port*.", []],
  ["in a link's text or address", "[ports](/ports)", []],
])("a term %s is spoken of only where it is read as a word of a sentence", (_, text, ids) => {
  expect(idsOf(spokenTerms(text, TERMS))).toEqual(ids);
});

describe("proseOf", () => {
  test("leaves the frontmatter out and keeps what a component encloses", () => {
    expect(proseOf(`---\ntitle: A port\n---\n<Aside title="x">A word.</Aside>`)).toBe("A word.");
  });
});
