import { expect, test } from "vitest";
import { expectSame, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";
import { nextState } from "./next-state.ts";

/** RFC 9293 §3.3.2, figure 5, written down once more: from, what happens, to. */
const FIGURE: readonly (readonly [string, RegExp, string])[] = [
  ["CLOSED", /listen\(\)/, "LISTEN"],
  ["CLOSED", /connect\(\)/, "SYN-SENT"],
  ["LISTEN", /program closes/, "CLOSED"],
  ["LISTEN", /A SYN arrives/, "SYN-RECEIVED"],
  ["LISTEN", /program sends/, "SYN-SENT"],
  ["SYN-SENT", /program closes/, "CLOSED"],
  ["SYN-SENT", /A SYN arrives/, "SYN-RECEIVED"],
  ["SYN-SENT", /A SYN-ACK arrives/, "ESTABLISHED"],
  ["SYN-RECEIVED", /RST arrives/, "LISTEN"],
  ["SYN-RECEIVED", /acknowledgment of its SYN/, "ESTABLISHED"],
  ["SYN-RECEIVED", /program closes/, "FIN-WAIT-1"],
  ["ESTABLISHED", /program closes/, "FIN-WAIT-1"],
  ["ESTABLISHED", /A FIN arrives/, "CLOSE-WAIT"],
  ["FIN-WAIT-1", /acknowledgment of its FIN/, "FIN-WAIT-2"],
  ["FIN-WAIT-1", /A FIN arrives/, "CLOSING"],
  ["FIN-WAIT-2", /A FIN arrives/, "TIME-WAIT"],
  ["CLOSING", /acknowledgment of its FIN/, "TIME-WAIT"],
  ["TIME-WAIT", /timer/, "CLOSED"],
  ["CLOSE-WAIT", /program closes/, "LAST-ACK"],
  ["LAST-ACK", /acknowledgment of its FIN/, "CLOSED"],
];

test("exactly the figure's state, or its event, is right", () => {
  for (const question of questionsOf(nextState)) {
    if (question.kind !== "choose-one") throw new TypeError(question.kind);
    const { prompt, choices } = question;
    const [, from] = /(?:is|was) in ([A-Z\d-]+)/.exec(prompt)!;
    const target = /it is in ([A-Z\d-]+)/.exec(prompt)?.[1];
    const expected = choices
      .map(({ text }) => text)
      .filter((text) =>
        FIGURE.some(
          ([start, event, end]) =>
            start === from &&
            event.test(target === undefined ? prompt : text) &&
            end === (target ?? text),
        ),
      );
    expectSame([prompt, rightTexts(question)], [prompt, expected]);
    expectSame(expected.length, 1);
    expectSame(choices.length, 4);
  }
});

test("all twenty transitions are asked about", () => {
  const asked = new Set(
    questionsOf(nextState, 2000).map(({ prompt }) => prompt.replace(/^.*? (?=(?:is|was) in)/, "")),
  );
  expect(asked.size).toBe(2 * FIGURE.length);
});
