import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type TypedNumber, readTypedNumber } from "./typed-number.ts";

test.each([
  ["80", 80],
  ["  80\t", 80],
  ["0", 0],
  ["0080", 80],
  ["65,536", 65536],
  ["65 536", 65536],
  ["65\u00a0536", 65536],
  ["65\u202f536", 65536],
  ["１０２３", 1023],
])("%j is read as %d", (text, value) => {
  expect(readTypedNumber(text)).toEqual({ type: "number", value });
});

test.each([
  ["", "Type a number first."],
  [" \n", "Type a number first."],
  ["-1", "Type a number from 0 up."],
  ["\u22121", "Type a number from 0 up."],
  ["1.5", "Type a whole number, without a point."],
  ["49.152", "Type a whole number, without a point."],
  ["0x50", "Type the number in decimal, please."],
  ["80a", "Type digits only, please."],
  ["1,2,3", "Type digits only, please."],
  ["9".repeat(1_000_000), "That number is longer than any answer here."],
])("%.12j is met with %j", (text, message) => {
  expect(readTypedNumber(text)).toEqual({ type: "invalid", message });
});

test.each([
  ["65535", { type: "number", value: 65535 }],
  ["65536", { type: "invalid", message: "Ports end at 65535: 16 bits hold no more." }],
  ["9".repeat(400), { type: "invalid", message: "Ports end at 65535: 16 bits hold no more." }],
  ["-1", { type: "invalid", message: "Ports begin at 0." }],
])("asked for a port, %.12j gives %j", (text, expected) => {
  expect(readTypedNumber(text, "port")).toEqual(expected);
});

test("any text is either a whole number from 0 up or a message", () => {
  const anything = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });
  const nearlyNumbers = fc.string({ unit: fc.constantFrom(..."0123456789-+ ,._xa") });
  fc.assert(
    fc.property(fc.oneof(anything, nearlyNumbers), (text) => {
      expect(readTypedNumber(text)).toSatisfy(
        (read: TypedNumber) =>
          (read.type === "invalid" && read.message !== "") ||
          (read.type === "number" && Number.isSafeInteger(read.value) && read.value >= 0),
      );
    }),
  );
});

test("a number is read the same bare, padded, and grouped in threes", () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 999_999_999_999_999 }),
      fc.constantFrom(",", " ", "_"),
      (value, separator) => {
        const grouped = String(value).replace(/\B(?=(?:\d{3})+$)/g, separator);
        for (const text of [String(value), ` ${value} `, grouped, `00${value}`])
          expect(readTypedNumber(text)).toEqual({ type: "number", value });
      },
    ),
  );
});
