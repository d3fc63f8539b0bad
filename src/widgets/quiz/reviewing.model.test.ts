import { expect, test } from "vitest";
import { flashCardById } from "#learning/flash-cards";
import { instanceOf } from "#learning/generator";
import { generatorById } from "#learning/generators";
import { type Reviewing, isAskedRight, plainReviewing, readReviewing } from "./reviewing.model.ts";

const GENERATOR = generatorById("range-of-port")!;
const ASKED = { instance: instanceOf(GENERATOR, 7), given: { kind: "not-sure" } } as const;
const REVIEWING: Reviewing = {
  queue: [
    { kind: "card", card: flashCardById("card-443-tcp")! },
    { kind: "question", generator: GENERATOR },
  ],
  place: 1,
  right: 1,
  asked: ASKED,
};
const PLAIN = plainReviewing(REVIEWING);
const throughText = (reviewing: Reviewing) =>
  readReviewing(JSON.parse(JSON.stringify(plainReviewing(reviewing))));

test.each([REVIEWING, { ...REVIEWING, place: 0, right: 0, asked: null }])(
  "a review at place $place is read again as it was",
  (reviewing) => {
    expect(throughText(reviewing)).toEqual(reviewing);
  },
);

test.each([
  undefined,
  null,
  [],
  {},
  { ...PLAIN, queue: ["of-a-later-version", "range-of-port"] },
  { ...PLAIN, place: 2, asked: null },
  { ...PLAIN, place: 3 },
  { ...PLAIN, place: -1 },
  { ...PLAIN, right: 2 },
  { ...PLAIN, asked: null },
  { ...PLAIN, asked: { generator: "port-typed", seed: 7, given: null } },
])("%j is none", (value) => {
  expect(readReviewing(value)).toBeNull();
});

test("only an answer can be right", () => {
  expect(isAskedRight(ASKED)).toBe(false);
  expect(isAskedRight({ ...ASKED, given: null })).toBe(false);
  const { question } = ASKED.instance;
  const rights = question.kind === "choose-one" ? question.choices.map((_, chosen) => chosen) : [];
  const right = rights.filter((chosen) =>
    isAskedRight({ ...ASKED, given: { kind: "choose-one", chosen } }),
  );
  expect(right).toHaveLength(1);
});
