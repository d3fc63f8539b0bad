import { expect, test } from "vitest";
import { answerText, rightText } from "./answer-text.ts";
import type { Answer } from "./mark.ts";
import type { Question } from "./question.ts";

const choices = [
  { text: "System Ports", right: true, because: "So." },
  { text: "User Ports", because: "No." },
  { text: "Both", right: true, because: "So." },
] as const;
const base = { id: "q", prompt: "Which?" };
const because = "So.";

test.each<[Question, Answer, string, string]>([
  [
    { ...base, kind: "choose-one", choices: choices.slice(0, 2) },
    { kind: "choose-one", chosen: 1 },
    "User Ports",
    "System Ports",
  ],
  [
    { ...base, kind: "choose-several", choices },
    { kind: "choose-several", chosen: new Set([1, 0]) },
    "System Ports; User Ports",
    "System Ports; Both",
  ],
  [
    { ...base, kind: "type-number", answer: 443, because, near: [] },
    { kind: "type-number", text: " 80 " },
    "80",
    "443",
  ],
  [
    {
      ...base,
      kind: "type-text",
      before: "",
      after: "",
      answer: "LISTEN",
      accepts: [],
      because,
      near: [],
    },
    { kind: "type-text", text: "listening" },
    "listening",
    "LISTEN",
  ],
  [
    {
      ...base,
      kind: "sort-into",
      bins: ["System Ports", "User Ports"],
      items: [
        { text: "`80`", bin: 0, because },
        { text: "`8080`", bin: 1, because },
      ],
    },
    { kind: "sort-into", bins: [0, 0] },
    "`80`: System Ports; `8080`: System Ports",
    "`80`: System Ports; `8080`: User Ports",
  ],
  [
    {
      ...base,
      kind: "put-in-order",
      items: ["socket()", "bind()"].map((text) => ({ text, because })),
      shown: [1, 0],
    },
    { kind: "put-in-order", order: [1, 0] },
    "1. bind(); 2. socket()",
    "1. socket(); 2. bind()",
  ],
])("an answer and the right one stand in words", (question, answer, given, right) => {
  expect(answerText(question, answer)).toBe(given);
  expect(rightText(question)).toBe(right);
  expect(answerText(question, { kind: "not-sure" })).toBe("Not sure");
});

test("an answer of another kind is refused", () => {
  const question: Question = { ...base, kind: "choose-one", choices };
  expect(() => answerText(question, { kind: "type-number", text: "1" })).toThrow(TypeError);
});
