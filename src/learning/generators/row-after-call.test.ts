import { expect, test } from "vitest";
import { inPrompt, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";
import { rowAfterCall } from "./row-after-call.ts";

/** What the listing shows by ss(8), netstat(8) and RFC 9293, in ss's words: null for no row. First match counts. */
const BY_MANUAL: readonly (readonly [RegExp, string | null])[] = [
  [/for UDP, and `bind|UDP socket bound|with `sendto/, "UNCONN"],
  [/for UDP, and `connect/, "ESTAB"],
  [/and `bind\(\)` to `[^`]+`\. /, null],
  [/ECONNREFUSED/, null],
  [/drops the SYN/, "SYN-SENT"],
  [/which succeeds|not called `accept/, "ESTAB"],
  [/has closed the connection too/, null],
  [/the server has closed too/, "TIME-WAIT"],
  [/SHUT_WR/, "FIN-WAIT-2"],
  [/has read to the end/, "CLOSE-WAIT"],
  [/`accept\(\)` has returned/, "ESTAB"],
  [/`listen\(\)`/, "LISTEN"],
];

const IN_NETSTAT: Readonly<Record<string, string>> = {
  UNCONN: "",
  ESTAB: " ESTABLISHED",
  LISTEN: " LISTEN",
  "SYN-SENT": " SYN_SENT",
  "FIN-WAIT-2": " FIN_WAIT2",
  "CLOSE-WAIT": " CLOSE_WAIT",
  "TIME-WAIT": " TIME_WAIT",
};

/** The ends that the row must have; a port that only the kernel knows is any ephemeral one. */
function endsOf(prompt: string, hasPeer: boolean): string {
  const own = inPrompt({ prompt } as never, /host `([\d.]+)`/);
  const bound = /0\.0\.0\.0:(\d+)/.exec(prompt)?.[1];
  const told = / (?:to|at|TCP) `((?!0\.)[\d.]+:\d+)`/.exec(prompt)?.[1] ?? "";
  const port = bound ?? String.raw`(?:3[2-9]|[45]\d|60)\d{3}`;
  return hasPeer ? `${own}:${port} ${told}` : `0.0.0.0:${port} 0.0.0.0:\\*`;
}

test("the row is the one that the state and the two ends make", () => {
  const told = new Set<RegExp>();
  for (const question of questionsOf(rowAfterCall)) {
    const [words, state] = BY_MANUAL.find(([pattern]) => pattern.test(question.prompt))!;
    told.add(words);
    const [text] = rightTexts(question);
    const hasPeer = state !== "UNCONN" && state !== "LISTEN";
    const ends = endsOf(question.prompt, hasPeer);
    const row = question.prompt.includes("`ss ")
      ? String.raw`${state} 0 \d ${ends}`
      : String.raw`(?:tcp|udp) 0 \d ${ends}${IN_NETSTAT[state ?? ""]}`;
    const right = new RegExp(state === null ? String.raw`^No row\.$` : `^\`${row}\`$`);
    expect([question.prompt, text, right.test(text!)]).toEqual([question.prompt, text, true]);
  }
  expect(told.size).toBe(BY_MANUAL.length);
});

test("three or four rows are shown, of one protocol", () => {
  for (const question of questionsOf(rowAfterCall, 2000)) {
    if (question.kind !== "choose-one") throw new TypeError(question.kind);
    expect([3, 4]).toContain(question.choices.length);
    const wrong = question.prompt.includes("-uan") ? "`tcp " : "`udp ";
    expect(question.choices.filter(({ text }) => text.startsWith(wrong))).toEqual([]);
  }
});
