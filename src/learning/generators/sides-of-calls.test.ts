import { expect, test } from "vitest";
import type { Question } from "../question.ts";
import { questionsOf } from "./held-over-seeds.fixture.ts";
import { sidesOfCalls } from "./sides-of-calls.ts";

/** By what the manual pages say each call is for; `prompt` tells what the two programs want. */
function sideOf(call: string, prompt: string): string {
  const isTcp = prompt.startsWith("A TCP server");
  switch (call) {
    case "socket":
    case "close":
      return "Both";
    case "bind":
      return prompt.includes("chooses its own port") ? "Both" : "The server alone";
    case "listen":
    case "accept":
      return isTcp ? "The server alone" : "Neither";
    case "setsockopt":
      return "The server alone";
    case "shutdown":
      return "The client alone";
    case "connect":
      return isTcp || prompt.includes("the one peer") ? "The client alone" : "Neither";
    case "send":
    case "recv":
      return isTcp ? "Both" : "The client alone";
    case "sendto":
    case "recvfrom":
      return prompt.includes("sets no peer") ? "Both" : "The server alone";
    default:
      throw new Error(`Nobody calls ${call}.`);
  }
}

function sorted(question: Question) {
  if (question.kind !== "sort-into") throw new TypeError(question.kind);
  return question;
}

test("each call is at the side that needs it", () => {
  for (const question of questionsOf(sidesOfCalls)) {
    const { bins, items, prompt } = sorted(question);
    const sides = items.map(({ text, bin }) => `${text} ${bins[bin]}`);
    expect(sides).toEqual(items.map(({ text }) => `${text} ${sideOf(text.slice(1, -3), prompt)}`));
  }
});

test("every wrong bin has its reason", () => {
  for (const question of questionsOf(sidesOfCalls, 500)) {
    const { bins, items } = sorted(question);
    for (const { near = [] } of items) expect(near).toHaveLength(bins.length - 1);
  }
});

test("every call is asked about, on every side it can be", () => {
  const asked = questionsOf(sidesOfCalls, 2000).flatMap((question) => {
    const { bins, items } = sorted(question);
    return items.map(({ text, bin }) => `${text} ${bins[bin]}`);
  });
  expect(new Set(asked).size).toBe(20);
});
