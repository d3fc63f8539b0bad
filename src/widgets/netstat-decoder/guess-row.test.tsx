import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { decode } from "#netstat/decode";
import { explainer } from "#netstat/explain";
import { rowQuestions } from "./guess-row.model.ts";
import { GuessRow } from "./guess-row.tsx";

const listing = decode("LISTEN 0 5 0.0.0.0:22 0.0.0.0:*");
const questions = rowQuestions(listing, explainer(listing), 0);
const html = renderToStaticMarkup(<GuessRow questions={questions} onDone={() => {}} />);

test("asks the first question, and gives no reason away before a guess", () => {
  expect(html).toContain("Guess first, 1 of 2");
  expect(html.match(/<label[^>]*><input type="radio"/g)).toHaveLength(5);
  for (const { because } of questions.flatMap(({ choices }) => choices))
    expect(html).not.toContain(because);
});

test("holds nothing that the policy blocks", () => {
  expect(html).not.toMatch(/ style=|<style|<script/);
});
