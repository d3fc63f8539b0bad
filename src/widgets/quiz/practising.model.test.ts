import { expect, test } from "vitest";
import { instanceOf } from "#learning/generator";
import { generatorById } from "#learning/generators";
import { type Practising, plainPractising, readPractising } from "./practising.model.ts";

const PRACTISING: Practising = {
  topics: ["port-ranges", "services"],
  asked: {
    instance: instanceOf(generatorById("range-of-port")!, 7),
    given: { kind: "not-sure" },
  },
  answered: 3,
  right: 2,
};
const PLAIN = plainPractising(PRACTISING);

test("a practice is read again as it was", () => {
  expect(readPractising(JSON.parse(JSON.stringify(PLAIN)))).toEqual(PRACTISING);
});

test.each([
  undefined,
  null,
  "practice",
  {},
  { ...PLAIN, topics: [] },
  { ...PLAIN, topics: ["of-a-later-version"] },
  { ...PLAIN, asked: null },
  { ...PLAIN, answered: -1 },
  { ...PLAIN, right: "2" },
])("%j is none", (value) => {
  expect(readPractising(value)).toBeNull();
});

test("no more were right than were answered", () => {
  expect(readPractising({ ...PLAIN, right: 9 })).toMatchObject({ answered: 3, right: 3 });
});
