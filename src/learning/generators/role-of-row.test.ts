import { expect, test } from "vitest";
import { decode } from "#netstat/decode";
import { explainer } from "#netstat/explain";
import { expectSame, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";
import { roleOfRow } from "./role-of-row.ts";

/** Judged from the text alone. */
function rightIn(listing: string, row: string, tool: string): RegExp {
  const portsOf = (line: string) =>
    [...line.matchAll(/[\d*][.:](\d+)(?=\s)/g)].map(([, port]) => port);
  const [local, peer] = portsOf(`${row} `);
  const listening = listing
    .split("\n")
    .filter((line) => /LISTEN/.test(line))
    .map((line) => portsOf(line)[0]);
  if (listening.includes(local)) return /^The server's end/;
  const first = /Linux/.test(tool) ? 32768 : 49152;
  const isClients = (port: string | undefined) =>
    Number(port) >= first && Number(port) <= (/Linux/.test(tool) ? 60999 : 65535);
  if (isClients(local) === isClients(peer)) return /^It cannot be told/;
  return isClients(local) ? /^Probably the client/ : /^Probably the server/;
}

test("the role that is right follows from the listeners, and then from the ports", () => {
  for (const question of questionsOf(roleOfRow)) {
    const row = /row `([^`]+)`/.exec(question.prompt)![1]!;
    const right = rightIn(question.listing!, row, question.prompt);
    const [text] = rightTexts(question);
    expectSame([question.prompt, text, right.test(text!)], [question.prompt, text, true]);
  }
});

test("the decoder reads the same out of the listing", () => {
  const ends = { server: /^The server|^Probably the server/, client: /^Probably the client/ };
  for (const question of questionsOf(roleOfRow, 100)) {
    const listing = decode(question.listing!);
    const explain = explainer(listing);
    const rows = Array.from({ length: listing.rowCount }, (_, index) => explain.judge(index));
    const { end } = rows.find(({ row }) => row.entry.peer !== null)!;
    expect(rightTexts(question)[0]).toMatch(end === null ? /^It cannot/ : ends[end]);
  }
});

test("every answer is right at times", () => {
  expect(new Set(questionsOf(roleOfRow, 500).flatMap(rightTexts)).size).toBe(4);
});
