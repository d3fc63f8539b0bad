import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptOf } from "./excerpt.ts";

const shown = (text: string, words: string[]) =>
  excerptOf(text, words)
    .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
    .join("");

const LONG = `${"word ".repeat(60)}the backlog of a listener ${"tail ".repeat(60)}end`;

test("a short text is given whole, its found words marked", () => {
  expect(shown("A listener has a backlog.", ["backlog"])).toBe("A listener has a [backlog].");
});

test("a word is marked in either spelling and in any case", () => {
  expect(shown("TIME-WAIT or TIME_WAIT", ["time-wait"])).toBe("[TIME-WAIT] or [TIME_WAIT]");
});

test("a part of another word is not marked", () => {
  expect(shown("A portal is no port.", ["port"])).toBe("A portal is no [port].");
});

test("marks that a pattern would read are letters here", () => {
  expect(shown("Call f(x) on 0.0.0.0", ["0.0.0.0", "f(x"])).toBe("Call [f(x]) on [0.0.0.0]");
});

test("a long text is cut around what was found, where words end", () => {
  const excerpt = shown(LONG, ["backlog", "listener"]);
  expect(excerpt).toContain("[backlog] of a [listener]");
  expect(excerpt).toMatch(/^… word .* tail …$/);
});

test("a long text in which nothing is marked is cut at its end", () => {
  expect(shown(LONG, ["absent"])).toMatch(/^word .*word …$/);
});

test("an excerpt holds nothing that the text does not, and is no longer than two lines", () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 80 }), fc.array(fc.lorem({ maxCount: 1 })), (text, words) => {
      const whole = shownPlain(text, words);
      const bare = whole.replace(/^… /, "").replace(/ …$/, "");
      expect(text).toContain(bare);
      expect(bare.length).toBeLessThanOrEqual(180);
    }),
  );
});

function shownPlain(text: string, words: string[]): string {
  return excerptOf(text, words)
    .map(({ text }) => text)
    .join("");
}
