import { expect, test } from "vitest";
import { durationText } from "./ladder-words.ts";

test.each([
  [0, "no time"],
  [400, "less than 1 ms"],
  [20_000, "20 ms"],
  [203_400, "about 203 ms"],
  [1_000_000, "1 s"],
  [1_200_000, "1.2 s"],
  [60_000_000, "60 s"],
  [65_000_000, "1 min 5 s"],
  [120_000_000, "2 min"],
  [7_200_000_000, "2 h"],
  [86_400_000_000, "1 day"],
  [180_000_000_000, "2 days 2 h"],
])("%i µs is %s", (micros, text) => {
  expect(durationText(micros)).toBe(text);
});
