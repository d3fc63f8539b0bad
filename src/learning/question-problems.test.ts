import { expect, test } from "vitest";
import { questionProblems } from "./question-problems.ts";
import type { Choice, ChooseOne, Question, TypeNumber } from "./question.ts";

const RIGHT: Choice = { text: "A number", right: true, because: "Sixteen bits in the header." };
const WRONG: Choice = {
  text: "A plug",
  because: "The word is the same, but no more.",
  belief: "port-is-hardware",
};

const ONE: ChooseOne = {
  id: "what-is-a-port",
  kind: "choose-one",
  prompt: "What is a port?",
  choices: [RIGHT, WRONG],
};
const NUMBER: TypeNumber = {
  id: "last-port",
  kind: "type-number",
  asks: "port",
  prompt: "Which is the last port?",
  answer: 65535,
  because: "Sixteen bits hold no more.",
  near: [{ value: 49152, because: "That is the first Dynamic Port." }],
};

test("a question that keeps the rules has no problems", () => {
  expect(questionProblems(ONE)).toEqual([]);
  expect(questionProblems({ ...ONE, kind: "choose-several" })).toEqual([]);
  expect(questionProblems(NUMBER)).toEqual([]);
});

const choices = (...list: Choice[]): Question => ({ ...ONE, choices: list });
const several = (...list: Choice[]): Question => ({
  ...ONE,
  kind: "choose-several",
  choices: list,
});

test.each<[Question, string]>([
  [choices(WRONG, { ...WRONG, text: "A cable" }), "0 choices are right instead of one."],
  [choices(RIGHT, { ...RIGHT, text: "16 bits" }, WRONG), "2 choices are right instead of one."],
  [several(WRONG, { ...WRONG, text: "A cable" }), "No choice is right."],
  [several(RIGHT, { ...RIGHT, text: "16 bits" }), "No choice is wrong."],
  [choices(RIGHT), "No choice is wrong."],
  [choices(RIGHT, { ...WRONG, text: "a number " }), "Two choices have the same text."],
  [choices(RIGHT, { ...WRONG, text: " " }), "A choice has no text."],
  [choices(RIGHT, { ...WRONG, because: "" }), "The reason for “A plug” does not end a sentence."],
  [choices(RIGHT, { ...WRONG, because: "No" }), "The reason for “A plug” does not end a sentence."],
  [choices(RIGHT, { ...WRONG, because: "." }), "The reason for “A plug” does not end a sentence."],
  [
    choices({ ...RIGHT, belief: "port-zero" }, WRONG),
    "“A number” is right, so no belief is behind it.",
  ],
  [choices(RIGHT, { ...WRONG, because: "A `plug." }), "A backtick is not closed."],
  [{ ...ONE, prompt: "What is a port" }, "The prompt does not end a sentence."],
  [{ ...ONE, listing: "\n" }, "The listing is empty."],
  [{ ...ONE, id: "What is it" }, "The id is not in kebab-case."],
  [{ ...NUMBER, because: "" }, "The reason for 65535 does not end a sentence."],
  [{ ...NUMBER, near: [{ value: 1, because: "No" }] }, "The reason for 1 does not end a sentence."],
  [{ ...NUMBER, near: [{ value: 65535, because: "No." }] }, "Two of the numbers are the same."],
  [
    {
      ...NUMBER,
      near: [
        { value: 1, because: "No." },
        { value: 1, because: "No." },
      ],
    },
    "Two of the numbers are the same.",
  ],
  [{ ...NUMBER, near: [{ value: 65536, because: "One too many." }] }, "Nobody can answer 65536."],
  [{ ...NUMBER, near: [{ value: 1.5, because: "A half." }] }, "Nobody can answer 1.5."],
])("%j: %s", (question, problem) => {
  expect(questionProblems(question)).toEqual([problem]);
});
