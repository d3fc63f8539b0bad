import { expect, test } from "vitest";
import type { Attempt } from "#learning/attempt";
import { recordText } from "#learning/practice-record";
import { importOf } from "./import.model.ts";

const at = (time: number): Attempt => ({
  at: time,
  practised: "range-of-port",
  seed: 7,
  outcome: "right",
  beliefs: [],
});
const file = (...times: number[]) => recordText({ forgotten: 9, log: times.map(at) });

test.each([
  [file(1, 2), "2 new answers brought in."],
  [file(2, 3), "1 new answer brought in. 1 was here already."],
  [file(3, 4), "Nothing new: all of it was here already."],
  [file(), "The file holds no answers."],
  [`${file(1)}what?\n`, "1 new answer brought in. 1 line of it could not be read."],
])("%j is told as %s", (text, message) => {
  expect(importOf(text, [at(3), at(4)]).message).toBe(message);
});

test.each(["", "{}", "PNG\u0000", "Ports of Call, practice, form 9, forgotten 0\n1 a 7 right"])(
  "%j changes nothing, and that is said",
  (text) => {
    const { log, message } = importOf(text, [at(3)]);
    expect(log).toEqual([]);
    expect(message).toContain("Nothing was changed.");
  },
);
