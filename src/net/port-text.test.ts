import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePortText } from "./port-text.ts";

describe("a port in text", () => {
  test.each([
    ["0", 0, 10],
    ["80", 80, 10],
    ["0080", 80, 10],
    ["65535", 65535, 10],
    ["0x1F90", 8080, 16],
    ["0X1f90", 8080, 16],
    ["0xffff", 65535, 16],
    ["0x000050", 80, 16],
  ])("%s is port %i", (text, port, base) => {
    expect(parsePortText(text)).toEqual({ type: "port", port, base });
  });

  test.each([
    ["", "empty", "A port number goes here, such as 443."],
    [
      "65536",
      "too-large",
      "Port numbers have 16 bits, which count from 0 to 65535. 65536 needs a seventeenth bit.",
    ],
    [
      "0x10000",
      "too-large",
      "Port numbers have 16 bits, which count from 0 to 65535. 0x10000 needs a seventeenth bit.",
    ],
    [
      "70000",
      "too-large",
      "Port numbers have 16 bits, and the largest is 65535. 70000 does not fit.",
    ],
    ["-1", "negative", "A port has no sign. The count begins at 0 and ends at 65535."],
    ["−1", "negative", "A port has no sign. The count begins at 0 and ends at 65535."],
    ["1.5", "fraction", "A port is a whole number: nothing lies between port 1 and port 2."],
    [
      "8.080",
      "fraction",
      "A port is a whole number: nothing lies between port 1 and port 2. If the dot groups thousands, leave it out: 8080.",
    ],
    ["1e3", "exponent", "Write a port out in full, digit by digit: 1000."],
    ["9e9", "exponent", "Write a port out in full, digit by digit."],
    [
      "80a",
      "mixed",
      "A port is digits alone, and “80a” has other signs as well. In hexadecimal it would be 0x80a.",
    ],
    ["80z", "mixed", "A port is digits alone, and “80z” has other signs as well."],
    ["0x", "hex-incomplete", "Hexadecimal digits follow 0x: 0x50 is port 80."],
    [
      "0xZZ",
      "hex-incomplete",
      "After 0x only the digits 0 to 9 and A to F may come: 0x50 is port 80.",
    ],
    ["http", "not-a-number", "A port is a number from 0 to 65535, and “http” is none."],
  ])("%j is not: %s", (text, reason, message) => {
    expect(parsePortText(text)).toEqual({ type: "error", reason, message });
  });

  test("a million digits are counted, not repeated", () => {
    expect(parsePortText("9".repeat(1_000_000))).toEqual({
      type: "error",
      reason: "too-large",
      message:
        "Port numbers have 16 bits, and the largest is 65535. A number of 1000000 digits does not fit.",
    });
    expect(parsePortText("0".repeat(999_998) + "80")).toEqual({ type: "port", port: 80, base: 10 });
  });

  test("every port reads as itself, in decimal and in hexadecimal", () => {
    const readsAs = (port: number) => (text: string) => {
      const read = parsePortText(text);
      return read.type === "port" && read.port === port;
    };
    const lost = Array.from({ length: 65536 }, (_, port) => port).filter((port) => {
      const hex = port.toString(16);
      return ![`${port}`, `0x${hex}`, `0X${hex.toUpperCase()}`].every(readsAs(port));
    });
    expect(lost).toEqual([]);
  });

  test("no text throws, and no message is long", () => {
    const piece = fc.constantFrom(
      "0",
      "9",
      "80",
      "65536",
      "x",
      "0x",
      "e",
      "a",
      ".",
      "-",
      "−",
      " ",
      "\n",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (text) => {
        const result = parsePortText(text);
        const said = result.type === "error" ? result.message : String(result.port);
        expect(said.length).toBeGreaterThan(0);
        expect(said.length).toBeLessThan(140);
      }),
    );
  });
});
