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

const SORT: Question = {
  id: "ranges",
  kind: "sort-into",
  prompt: "Into which range?",
  bins: ["System", "User"],
  items: [
    { text: "22", bin: 0, because: "It is below 1024." },
    { text: "8080", bin: 1, because: "It is above 1023." },
  ],
};
const ORDER: Question = {
  id: "calls",
  kind: "put-in-order",
  prompt: "In which order?",
  items: [
    { text: "bind", because: "It comes first." },
    { text: "listen", because: "It comes next." },
  ],
  shown: [1, 0],
};
const POINT: Question = {
  id: "port",
  kind: "point-at",
  prompt: "Which is the port?",
  listing: "192.0.2.10:80",
  choices: [
    { text: "the address", from: 0, to: 10, because: "It names a host." },
    { text: "the port", from: 11, to: 13, right: true, because: "It comes after the colon." },
  ],
};
const GAP: Question = {
  id: "state",
  kind: "type-text",
  prompt: "Which state?",
  before: "tcp 0.0.0.0:80 0.0.0.0:* ",
  after: "",
  answer: "LISTEN",
  accepts: ["LISTENING"],
  because: "It waits for clients.",
  near: [{ value: "ESTABLISHED", because: "That is a connection." }],
};

test.each([SORT, ORDER, POINT, GAP])(
  "a $kind question that keeps the rules has no problems",
  (question) => {
    expect(questionProblems(question)).toEqual([]);
  },
);

test.each<[string, Question]>([
  [
    "A bin that is not there",
    { ...SORT, items: [{ text: "22", bin: 5, because: "No." }, ...SORT.items] },
  ],
  ["bins of one name", { ...SORT, bins: ["User", "User"] }],
  ["nothing to sort", { ...SORT, items: [] }],
  ["an order that is right already", { ...ORDER, shown: [0, 1] }],
  ["an order without one of the items", { ...ORDER, shown: [1, 1] }],
  ["a place past the listing's end", { ...POINT, listing: "192.0.2.10" }],
  ["an empty place", { ...POINT, listing: "192.0.2.10:  " }],
  ["two answers that are one", { ...GAP, accepts: [" listen"] }],
  ["a near answer that is right", { ...GAP, near: [{ value: "Listening", because: "So." }] }],
])("%s is told", (_, question) => {
  expect(questionProblems(question)).not.toEqual([]);
});
