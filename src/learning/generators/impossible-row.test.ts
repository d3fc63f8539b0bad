import { expect, test } from "vitest";
import { expectSame, questionsOf } from "./held-over-seeds.fixture.ts";
import { impossibleRow } from "./impossible-row.ts";

/** Why a row cannot be, by its text alone; null where it can. */
function whyNot(row: string, prompt: string): string | null {
  const ends = [...row.matchAll(/(?:((?:\d+\.){3}\d+)|\*)[.:](\d+|\*)/g)].map(
    ([, address = "*", port]) => ({ address, port: Number(port) }),
  );
  const [local, peer] = ends;
  if (local === undefined) throw new Error(row);
  for (const { address, port } of ends) {
    if (port > 65535) return "port";
    if (address.split(".").some((octet) => Number(octet) > 255)) return "octet";
  }
  const isListening = /LISTEN/.test(row);
  const hasPeer = peer !== undefined && peer.port > 0;
  if (/^udp/i.test(row) && isListening) return "UDP listens";
  if (isListening && hasPeer) return "a listener's peer";
  if (/LISTENING/.test(row) && /Linux/.test(prompt)) return "spelling";
  if (local.address.startsWith("127.") && hasPeer && !peer.address.startsWith("127."))
    return "loopback";
  return null;
}

test("the row that is right cannot be, and the others can", () => {
  const reasons = new Set<string | null>();
  for (const question of questionsOf(impossibleRow)) {
    if (question.kind !== "point-at") throw new TypeError(question.kind);
    for (const { from, to, right } of question.choices) {
      const row = question.listing.slice(from, to);
      const why = whyNot(row, question.prompt);
      expectSame([row, why !== null], [row, right === true]);
      reasons.add(why);
    }
  }
  expect(reasons.size).toBe(7);
});

test("no two listeners of one question would be in each other's way", () => {
  for (const { listing } of questionsOf(impossibleRow, 3000)) {
    const rows = listing!.split("\n").filter((line) => /LISTEN/.test(line) && /\btcp/i.test(line));
    const ports = rows.map((line) => /[.:](\d+)\s/.exec(line)![1]);
    expectSame(new Set(ports).size, ports.length);
  }
});
