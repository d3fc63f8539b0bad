import { expect, test } from "vitest";
import { rewritten } from "./rewrite-line.ts";

const LINE = "tcp  8.8.8.8:53       LISTEN  7/dns  ";
const put = (text: string) => rewritten(LINE, [{ start: 5, end: 12, text }], (between) => between);

test("columns behind a longer or shorter value keep their places while there is room", () => {
  expect(put("198.51.100.1")).toBe("tcp  198.51.100.1:53  LISTEN  7/dns  ");
  expect(put("::1")).toBe("tcp  ::1:53           LISTEN  7/dns  ");
});

test("where there is no room the rest of the line moves, and later columns come back", () => {
  const pieces = [
    { start: 5, end: 12, text: "a-long-name.example" },
    { start: 22, end: 28, text: "LISTEN" },
    { start: 30, end: 35, text: "7/dns" },
  ];
  expect(rewritten("tcp  8.8.8.8:53       LISTEN  7/dns     x", pieces, (text) => text)).toBe(
    "tcp  a-long-name.example:53 LISTEN 7/dns x",
  );
});

test("a line that has no columns is not stretched, and nothing is added at its end", () => {
  const one = (line: string) =>
    rewritten(line, [{ start: 0, end: 7, text: "::1" }], (between) => between);
  expect(one("8.8.8.8 LISTEN")).toBe("::1 LISTEN");
  expect(one("8.8.8.8")).toBe("::1");
  expect(one("8.8.8.8   ")).toBe("::1   ");
});

test("text between the pieces is shown as it is told", () => {
  expect(rewritten("a-b-c", [{ start: 2, end: 3, text: "X" }], () => "+")).toBe("+X+");
});
