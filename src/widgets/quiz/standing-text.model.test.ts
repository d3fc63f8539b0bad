import { expect, test } from "vitest";
import type { HeldBelief } from "#learning/standing";
import { beliefText, standingText } from "./standing-text.model.ts";

test.each([
  [{ asked: 0, right: 0, strength: null }, "Not asked yet."],
  [{ asked: 12, right: 9, strength: 0.8 }, "9 of 12 right. Lately: strong, 80 %."],
  [{ asked: 4, right: 2, strength: 0.5 }, "2 of 4 right. Lately: growing, 50 %."],
  [{ asked: 1, right: 0, strength: 0 }, "0 of 1 right. Lately: weak, 0 %."],
])("%j is told as %s", (standing, text) => {
  expect(standingText(standing)).toBe(text);
});

const held = (times: number, rightSince: number): HeldBelief => ({
  id: "port-is-socket",
  times,
  lastAt: 0,
  rightSince,
});

test.each([
  [held(1, 0), "Chosen once, yesterday. 0 of 3 right answers since."],
  [held(2, 2), "Chosen twice, last yesterday. 2 of 3 right answers since."],
  [held(5, 4), "Chosen 5 times, last yesterday. Left behind: 4 right answers since."],
])("%j is told as %s", (belief, text) => {
  expect(beliefText(belief, 99, 100)).toBe(text);
});
