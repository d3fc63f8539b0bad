import { expect, test } from "vitest";
import { unquoted } from "./quoted-text.ts";

test.each([
  ["a quotation", "> a\n>   b\n>\n> c", "a\n  b\n\nc"],
  ["a quotation of a quotation", "a\n> > b\n>> c\nd", "a\nb\nc\nd"],
])("%s loses its marks, and no line", (_, text, plain) => {
  expect(unquoted(text)).toBe(plain);
});

test.each(["a\n> netstat -an\nb", "a -> b\nc > d", ""])("%j stays as it is", (text) => {
  expect(unquoted(text)).toBe(text);
});
