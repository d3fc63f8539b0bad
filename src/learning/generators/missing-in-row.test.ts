import { expect, test } from "vitest";
import { expectSame, questionsOf } from "./held-over-seeds.fixture.ts";
import { missingInRow } from "./missing-in-row.ts";

/** The five tools' spellings, written down once more. */
const SPELLINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "ss -tunap": { L: "LISTEN", E: "ESTAB", C: "CLOSE-WAIT", F: "FIN-WAIT-2" },
  "netstat -tunap": { L: "LISTEN", E: "ESTABLISHED", C: "CLOSE_WAIT", F: "FIN_WAIT2" },
  "netstat -ano": { L: "LISTENING", E: "ESTABLISHED", C: "CLOSE_WAIT", F: "FIN_WAIT_2" },
  "netstat -an": { L: "LISTEN", E: "ESTABLISHED", C: "CLOSE_WAIT", F: "FIN_WAIT_2" },
  "lsof -nP -i": { L: "LISTEN", E: "ESTABLISHED", C: "CLOSE_WAIT", F: "FIN_WAIT2" },
};

const END = /((?:\d+\.){3}\d+)[.:](\d+)/g;

test("the answer makes the row the mirror of the one shown, or its listener", () => {
  for (const question of questionsOf(missingInRow)) {
    if (question.kind !== "type-text") throw new TypeError(question.kind);
    const { prompt, listing, before, after, answer } = question;
    const row = `${before}${answer}${after}`;
    const shown = listing!.split("\n").at(-1)!;
    const [own, other] = [...shown.matchAll(END)].map(([, address, port]) => [address, port]);
    const tool = [...prompt.matchAll(/`((?:ss|netstat|lsof)[^`]*)`/g)][1]![1]!;
    const words = SPELLINGS[tool]!;
    const ends = [...row.matchAll(END)].map(([, address, port]) => [address, port]);
    const isListener = prompt.includes("listener's row");
    const state = isListener ? "L" : /ESTAB/.test(shown) ? "E" : /CLOSE/.test(shown) ? "F" : "C";
    expectSame([row, row.split(/[\s()]+/).includes(words[state]!)], [row, true]);
    const port = /[.:](\d+)\s/.exec(row)?.[1];
    const isMirror = JSON.stringify(ends) === JSON.stringify([other, own]);
    expectSame([row, isListener ? port === other![1] : isMirror], [row, true]);
  }
});

test("no near answer is the answer", () => {
  for (const question of questionsOf(missingInRow, 2000)) {
    if (question.kind !== "type-text") throw new TypeError(question.kind);
    expect(question.near.length).toBeGreaterThan(0);
    expect(question.near.map(({ value }) => value)).not.toContain(question.answer);
  }
});
