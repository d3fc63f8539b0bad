import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

describe("plain text", () => {
  test.each([
    ["colours", "\u001B[01;31m\u001B[K:80\u001B[m\u001B[K x", ":80 x"],
    ["colours with colons", "\u001B[38:5:196mred\u001B[0m", "red"],
    ["a window's title, ended by BEL", "\u001B]0;me@host\u0007$ ss", "$ ss"],
    ["a window's title, ended by ESC \\", "\u001B]0;me@host\u001B\\$ ss", "$ ss"],
    ["a link", "\u001B]8;;https://x.example\u001B\\ss\u001B]8;;\u001B\\", "ss"],
    ["a title that never ends, up to its line's end", "a\u001B]0;me\nb", "a\nb"],
    ["a device's string", "\u001BP1$r0m\u001B\\ok", "ok"],
    ["a choice of letters", "\u001B(Bss\u001B=", "ss"],
    ["an escape alone", "a\u001B\nb\u001B", "a\nb"],
    ["colours that begin with C1", "\u009B31mred\u009B0m", "red"],
    ["letters struck twice", "P\bPr\bro\bo", "Pro"],
    ["letters struck out, never across lines", "abc\b\b\bxyz\n\b\bq", "xyz\nq"],
    ["what cat -v writes", "^[[32mLISTEN^[[0m", "LISTEN"],
    ["what source code writes", String.raw`\x1b[31ma\e[0mb\033[1;32mc\u001B[0m`, "abc"],
    ["colours that lost their escape", "[01;31m[K:80[m[K and [1;32mopen[0m", ":80 and open"],
    ["line ends of CR alone", "a\rb\r", "a\nb\n"],
  ])("is free of %s", (_, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  test.each([
    "tcp 0 0 [::1]:80 *:*\r\n",
    'users:(("[kworker/0m",pid=1,fd=2))',
    "sshd [31m] without an end",
    "ABH\u0099REN",
    "C:\\Users\\me> netstat",
    "a\\x20b ^[ in [m]",
    "progress 1%\rprogress 2%\n",
    "p1\0cx\0\n",
  ])("%j stays as it is", (text) => {
    expect(plainText(text)).toBe(text);
  });

  const odd = fc.string({
    unit: fc.constantFrom(..."\u001B\u009B\b\u0007\r\n[]0;1mK^\\xe[ab:P_".split("")),
    maxLength: 60,
  });
  const any = fc.oneof(odd, fc.string({ unit: "binary", maxLength: 60 }));

  test("has no escape left, and as many lines as before", () => {
    fc.assert(
      fc.property(any, (text) => {
        const plain = plainText(text);
        expect(plain).not.toContain("\u001B");
        expect(plain).not.toContain("\b");
        const ends = text.includes("\n") ? "\n" : "\r";
        expect(plain.split("\n").length).toBe(text.split(ends).length);
      }),
    );
  });

  test("of a long line with backspaces takes no longer than its length", () => {
    expect(plainText(`${"a".repeat(500_000)}${"\b".repeat(500_000)}z`)).toBe("z");
    expect(plainText("\u001B]".repeat(500_000))).toBe("");
  });
});
