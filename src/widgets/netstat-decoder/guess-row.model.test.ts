import { describe, expect, test } from "vitest";
import { type Answer, mark } from "#learning/mark";
import type { ChooseOne } from "#learning/question";
import { decode } from "#netstat/decode";
import { explainer } from "#netstat/explain";
import {
  type GuessResult,
  beliefsIn,
  resultOf,
  rowQuestions,
  scoreLine,
  withResults,
} from "./guess-row.model.ts";

function questionsOf(text: string): readonly ChooseOne[] {
  const listing = decode(text);
  return rowQuestions(listing, explainer(listing), 0);
}

function guess(question: ChooseOne, answer: Answer): GuessResult {
  const settled = mark(question, answer);
  if (settled.type === "invalid") throw new Error(settled.message);
  return resultOf(question, settled);
}

const choose = (question: ChooseOne, begins: string): Answer => ({
  kind: "choose-one",
  chosen: question.choices.findIndex(({ text }) => text.startsWith(begins)),
});

const right = (id: string): GuessResult => ({ id, outcome: "right", belief: null });
const wrong = (id: string, belief: GuessResult["belief"] = null): GuessResult => ({
  id,
  outcome: "wrong",
  belief,
});

describe("a row's questions", () => {
  const [role, reach] = questionsOf("LISTEN 0 5 0.0.0.0:22 0.0.0.0:*") as [ChooseOne, ChooseOne];

  test("name the line, so that a result belongs to one question", () => {
    expect([role.id, reach.id]).toEqual(["line-1-role", "line-1-exposure"]);
  });

  test("become results: right, wrong with its belief, not sure", () => {
    expect(guess(role, choose(role, "It waits"))).toEqual(right("line-1-role"));
    expect(guess(reach, choose(reach, "From this machine"))).toEqual(
      wrong("line-1-exposure", "any-is-localhost"),
    );
    expect(guess(reach, { kind: "not-sure" })).toEqual({
      id: "line-1-exposure",
      outcome: "not-sure",
      belief: null,
    });
  });

  test("show harmlessly what a pasted row hides", () => {
    const text = "udp UNCONN 0 0 0.0.0.0%\u202eeth0:68 0.0.0.0:*";
    const reasons = questionsOf(text).flatMap(({ choices }) =>
      choices.map(({ because }) => because),
    );
    expect(reasons.join()).not.toContain("\u202e");
    expect(reasons.join()).toContain("\\u{202e}eth0");
  });
});

describe("the score", () => {
  test("says how many were right and which beliefs led elsewhere, the most frequent first", () => {
    const results: GuessResult[] = [
      right("a"),
      wrong("b", "loopback-reachable"),
      wrong("c", "any-is-localhost"),
      wrong("d", "any-is-localhost"),
      wrong("e"),
      { id: "f", outcome: "not-sure", belief: null },
    ];
    expect(scoreLine(results)).toBe(
      "1 of 6 guessed right, 1 not sure; 2 went with “0.0.0.0 is another way to write localhost.”, 1 with “A server on 127.0.0.1 can be reached from the local network.”",
    );
    expect(beliefsIn(results).map(({ id, times }) => [id, times])).toEqual([
      ["any-is-localhost", 2],
      ["loopback-reachable", 1],
    ]);
  });

  test("is a short line where nothing went wrong, and none before the first guess", () => {
    expect(scoreLine([right("a"), right("b")])).toBe("2 of 2 guessed right.");
    expect(scoreLine([])).toBe("");
  });

  test("counts the first guess of a question", () => {
    const first = withResults([], [wrong("a"), right("b")]);
    expect(withResults(first, [right("a"), right("c")])).toEqual([
      wrong("a"),
      right("b"),
      right("c"),
    ]);
  });
});
