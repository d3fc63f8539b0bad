import { expect, test } from "vitest";
import { fieldOfRow } from "./field-of-row.ts";
import { expectSame, questionsOf } from "./held-over-seeds.fixture.ts";

/** The tools' columns, counted from 0, written down once more. */
const COLUMNS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "ss -tunap": { state: 1, recvQ: 2, sendQ: 3, local: 4, peer: 5, pid: 6 },
  "netstat -tunap": { recvQ: 1, sendQ: 2, local: 3, peer: 4, state: 5, pid: 6 },
  "netstat -ano": { local: 1, peer: 2, state: 3, pid: 4 },
  "netstat -an": { recvQ: 1, sendQ: 2, local: 3, peer: 4, state: 5 },
  "lsof -nP -i": { pid: 1, local: 8, peer: 8, state: 9 },
};

const COLUMN_OF_WORDS: readonly (readonly [RegExp, string])[] = [
  [/this host's side|bound to|clients connect/, "local"],
  [/other host|other end/, "peer"],
  [/the state/, "state"],
  [/have arrived/, "recvQ"],
  [/have been sent/, "sendQ"],
  [/process/, "pid"],
];

test("the place that is right lies in the column asked for, of the row asked for", () => {
  for (const question of questionsOf(fieldOfRow)) {
    if (question.kind !== "point-at") throw new TypeError(question.kind);
    const { listing, prompt, choices } = question;
    const { from, to } = choices.find(({ right }) => right === true)!;
    const start = listing.lastIndexOf("\n", from) + 1;
    const line = listing.slice(start, `${listing}\n`.indexOf("\n", from));
    expectSame(/LISTEN/.test(line), prompt.includes("listener's row"));
    expectSame(/ESTAB/.test(line), prompt.includes("connection's row"));
    const words = [...line.matchAll(/\S+/g)];
    const at = words.findLastIndex(({ index }) => start + index <= from);
    const tool = /^`([^`]+)`/.exec(prompt)![1]!;
    const column = COLUMN_OF_WORDS.find(([pattern]) => pattern.test(prompt))![1];
    expectSame([prompt, line, at], [prompt, line, COLUMNS[tool]![column]]);
    expectSame(listing.slice(from, to), expectedIn(words[at]![0], column, prompt, tool));
  }
});

function expectedIn(word: string, column: string, prompt: string, tool: string): string {
  if (column === "state") return word.replaceAll(/[()]/g, "");
  if (column === "pid") return /(?:pid=)?(\d+)/.exec(word)![1]!;
  if (column !== "local" && column !== "peer") return word;
  const end = tool === "lsof -nP -i" ? word.split("->")[column === "local" ? 0 : 1]! : word;
  const colon = end.lastIndexOf(tool === "netstat -an" ? "." : ":");
  return /\bport\b/.test(prompt.split("point at")[1]!) ? end.slice(colon + 1) : end.slice(0, colon);
}

test("every tool and every field is asked for", () => {
  const asked = new Set(
    questionsOf(fieldOfRow, 2000).map(({ prompt }) => prompt.split("point at")[1]),
  );
  expect(asked.size).toBe(10);
});
