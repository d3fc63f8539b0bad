import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visibleText } from "./visible-text.model.ts";

describe("pasted text is shown, never obeyed", () => {
  test.each([
    ["a terminal's colour", "\u001b[31mtcp\u001b[0m", "\\x1b[31mtcp\\x1b[0m"],
    ["a right-to-left override", "5/\u202eexe.txt", "5/\\u{202e}exe.txt"],
    ["a zero-width space", "ss\u200bhd", "ss\\u{200b}hd"],
    ["half of a surrogate pair", "a\ud800b", "a\\u{d800}b"],
    ["a NUL", "\0", "\\x00"],
    ["markup", "<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["a tab", "tcp\t0", "tcp\t0"],
    ["other scripts", "ABHÖREN 监听 🙂", "ABHÖREN 监听 🙂"],
  ])("%s", (_, text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  test("nothing that hides or turns text is left in it", () => {
    const hiding = /(?!\t)[\p{Cc}\p{Cf}\p{Cs}]/u;
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }));
    fc.assert(
      fc.property(units, (units) => {
        expect(hiding.test(visibleText(String.fromCharCode(...units)))).toBe(false);
      }),
    );
  });

  test("a long text is cut, and the rest is counted", () => {
    expect(visibleText("x".repeat(5000), 3)).toBe("xxx… (4,997 more characters)");
  });
});
