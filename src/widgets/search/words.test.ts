import fc from "fast-check";
import { expect, test } from "vitest";
import { indexedWords, wholeWords } from "./words.ts";

test.each([
  ["The listener, and its backlog.", ["the", "listener", "and", "its", "backlog"]],
  ["TIME_WAIT", ["time-wait"]],
  ["(TIME-WAIT)", ["time-wait"]],
  ["bind() on 0.0.0.0:80", ["bind", "on", "0.0.0.0:80"]],
  [":8080", ["8080"]],
  ["[::1]:53 and ::", ["::1", "53", "and", "::"]],
  ["/etc/services", ["etc/services"]],
  ["ＨＴＴＰ", ["http"]],
  ["— … !", []],
])("%s is the words %j", (text, words) => {
  expect(wholeWords(text)).toEqual(words);
});

test.each([
  ["TIME-WAIT", ["time-wait", "time", "wait", "timewait"]],
  ["SO_REUSEADDR", ["so-reuseaddr", "so", "reuseaddr", "soreuseaddr"]],
  ["192.0.2.10:443", ["192.0.2.10:443", "192", "0", "2", "10", "443"]],
  ["port", ["port"]],
])("%s is found by %j", (text, words) => {
  expect(indexedWords(text)).toEqual(words);
});

test("whatever is typed as it stands in a text is found there", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const indexed = new Set(indexedWords(text));
      expect(wholeWords(text).filter((word) => !indexed.has(word))).toEqual([]);
    }),
  );
});

test("a word has no space in it and is not empty", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(indexedWords(text).filter((word) => word === "" || /\s/.test(word))).toEqual([]);
    }),
  );
});
