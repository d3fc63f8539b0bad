import { expect, test } from "vitest";
import { answeredBy } from "./answered.ts";
import { type Answer, mark } from "./mark.ts";
import type { ChooseSeveral } from "./question.ts";

const QUESTION: ChooseSeveral = {
  id: "ping",
  kind: "choose-several",
  prompt: "What has no port?",
  choices: [
    { text: "ping", right: true, because: "ICMP has none." },
    { text: "nothing", because: "Ping has none.", belief: "ping-has-port" },
    { text: "TCP", because: "It has ports.", belief: "port-is-hardware" },
  ],
};

const settled = (answer: Answer) => {
  const result = mark(QUESTION, answer);
  if (result.type === "invalid") throw new Error(result.message);
  return answeredBy(result, "check");
};

test("an answer is remembered by its outcome and the beliefs behind what was chosen", () => {
  expect(settled({ kind: "choose-several", chosen: new Set([0]) })).toEqual({
    outcome: "right",
    occasion: "check",
  });
  expect(settled({ kind: "choose-several", chosen: new Set([0, 1]) })).toEqual({
    outcome: "wrong",
    occasion: "check",
    beliefs: ["ping-has-port"],
  });
});

test("who is not sure believes nothing wrong", () => {
  expect(settled({ kind: "not-sure" })).toEqual({ outcome: "not-sure", occasion: "check" });
});
