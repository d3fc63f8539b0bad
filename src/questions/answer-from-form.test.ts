import { expect, test } from "vitest";
import type { Question } from "#learning/question";
import { answerFromForm } from "./answer-from-form.ts";

const CHOICES = [
  { text: "Yes", right: true, because: "It is." },
  { text: "No", because: "It is." },
] as const;
const BASE = { id: "is-it", prompt: "Is it?" };
const ONE: Question = { ...BASE, kind: "choose-one", choices: CHOICES };
const SEVERAL: Question = { ...BASE, kind: "choose-several", choices: CHOICES };
const NUMBER: Question = { ...BASE, kind: "type-number", answer: 1, because: "It is.", near: [] };

function form(...values: string[]): FormData {
  const data = new FormData();
  for (const value of values) data.append("answer", value);
  return data;
}

test("radio buttons give the index of the chosen choice, or none", () => {
  expect(answerFromForm(ONE, form("1"))).toEqual({ kind: "choose-one", chosen: 1 });
  expect(answerFromForm(ONE, form("0"))).toEqual({ kind: "choose-one", chosen: 0 });
  expect(answerFromForm(ONE, form())).toEqual({ kind: "choose-one", chosen: null });
});

test("checkboxes give the set of chosen indexes", () => {
  expect(answerFromForm(SEVERAL, form("0", "1"))).toEqual({
    kind: "choose-several",
    chosen: new Set([0, 1]),
  });
  expect(answerFromForm(SEVERAL, form())).toEqual({ kind: "choose-several", chosen: new Set() });
});

test("a number field gives its text untouched", () => {
  expect(answerFromForm(NUMBER, form(" 65,536 "))).toEqual({
    kind: "type-number",
    text: " 65,536 ",
  });
  expect(answerFromForm(NUMBER, form(""))).toEqual({ kind: "type-number", text: "" });
});
