import { describe, expect, test } from "vitest";
import type { Reason } from "#learning/mark";
import { type Settled, choiceMarkOf, marksOf, verdictOf } from "./verdict.ts";

const reason = (right: boolean, chosen: boolean, rest: Partial<Reason> = {}): Reason => ({
  text: "A choice",
  because: "A reason.",
  right,
  chosen,
  ...rest,
});
const marked = (earned: number, total: number, ...feedback: Reason[]): Settled => ({
  type: "marked",
  earned,
  total,
  right: earned === total,
  feedback,
});
const NOT_SURE: Settled = { type: "not-sure", total: 1, feedback: [reason(true, false)] };

describe("the verdict", () => {
  test.each([
    ["choose-one", marked(1, 1), "Right."],
    ["choose-one", marked(0, 1), "Not this one."],
    ["choose-several", marked(4, 4), "Right, all 4."],
    ["choose-several", marked(3, 4), "You judged 3 of 4 correctly."],
    ["type-number", marked(0, 1), "Not this number."],
    ["choose-one", NOT_SURE, "Here is what is so, and why."],
  ] as const)("of a %s check", (kind, settled, words) => {
    expect(verdictOf(settled, kind, "check")).toBe(words);
  });

  test.each([
    [marked(1, 1, reason(true, true)), "Your guess holds."],
    [marked(0, 1, reason(false, true)), "A fair guess. It is otherwise."],
    [
      marked(0, 1, reason(false, true, { belief: "ping-has-port" })),
      "Many people believe this. It is otherwise.",
    ],
    [
      marked(0, 1, reason(false, true), reason(false, false, { belief: "ping-has-port" })),
      "A fair guess. It is otherwise.",
    ],
  ])(
    "of a prediction tells what people believe, and only of the guess that was made",
    (settled, words) => {
      expect(verdictOf(settled, "choose-one", "predict")).toBe(words);
    },
  );
});

describe("the mark of a choice", () => {
  test.each([
    ["choose-one", true, true, "Your answer, right", "tick"],
    ["choose-one", false, true, "Your answer, not right", "cross"],
    ["choose-one", true, false, "The right answer", "tick"],
    ["choose-one", false, false, "Not right", "dash"],
    ["choose-several", true, false, "Missed, this one is right", "tick"],
    ["choose-several", false, false, "Rightly left out", "dash"],
  ] as const)(
    "of a %s check, right %s, chosen %s, is “%s” with a %s",
    (kind, right, chosen, label, shape) => {
      expect(choiceMarkOf(reason(right, chosen), "marked", kind, "check")).toEqual({
        label,
        shape,
      });
    },
  );

  test("no prediction is crossed or called wrong", () => {
    for (const kind of ["choose-one", "choose-several", "type-number"] as const)
      for (const right of [true, false])
        for (const chosen of [true, false]) {
          const { label, shape } = choiceMarkOf(reason(right, chosen), "marked", kind, "predict");
          expect(shape).not.toBe("cross");
          expect(label).not.toMatch(/not right|wrong|missed/i);
        }
  });
});

describe("the marks where the choices stand", () => {
  test("say of items put in order which of them are", () => {
    const settled = marked(1, 2, reason(true, true), reason(true, false));
    expect(marksOf(settled, "put-in-order", "check")).toEqual([
      { label: "In order", shape: "tick" },
      { label: "Not in order", shape: "cross" },
    ]);
    expect(marksOf(NOT_SURE, "put-in-order", "check")).toEqual([]);
  });

  test("are those of the choices elsewhere", () => {
    const settled = marked(0, 1, reason(true, false), reason(false, true));
    expect(marksOf(settled, "choose-one", "check").map(({ shape }) => shape)).toEqual([
      "tick",
      "cross",
    ]);
  });
});
