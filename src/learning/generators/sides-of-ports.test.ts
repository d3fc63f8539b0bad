import { expect, test } from "vitest";
import { questionsOf } from "./held-over-seeds.fixture.ts";
import { sidesOfPorts } from "./sides-of-ports.ts";

/** RFC 2131 §4.1 and RFC 8415 §7.2 for the clients; RFC 1002, 2453, 6762 and 7296 for equals. Others are servers'. */
const CLIENTS = new Set([68, 546]);
const EQUALS = new Set([137, 138, 500, 520, 5353]);

test("each port is on its side, and every side has one", () => {
  const amiss = questionsOf(sidesOfPorts).filter((question) => {
    if (question.kind !== "sort-into" || question.items.length !== 5) return true;
    const isWrong = question.items.some(({ text, bin }) => {
      const port = Number(/(\d+),/.exec(text)?.[1]);
      return bin !== (CLIENTS.has(port) ? 1 : EQUALS.has(port) ? 2 : 0);
    });
    return isWrong || new Set(question.items.map(({ bin }) => bin)).size !== 3;
  });
  expect(amiss).toEqual([]);
});
