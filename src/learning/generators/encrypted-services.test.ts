import { expect, test } from "vitest";
import { encryptedServices } from "./encrypted-services.ts";
import { questionsOf } from "./held-over-seeds.fixture.ts";

/** From the protocols' RFCs and the programs' documentation, by port. */
const FROM_FIRST_BYTE = new Set([
  22, 443, 465, 636, 853, 990, 993, 995, 1194, 2376, 5061, 5671, 6443, 6514, 6697, 8883, 51820,
]);
const CHANGE_OVER = new Set([21, 25, 110, 143, 389, 587, 3306, 5222, 5432]);
const CLEAR = new Set([
  23, 43, 53, 67, 68, 69, 80, 514, 515, 546, 547, 873, 1883, 2375, 5060, 5353, 6000, 9100, 9418,
]);

function isWanted(prompt: string, port: number): boolean {
  if (prompt.includes("from the first byte")) return FROM_FIRST_BYTE.has(port);
  if (prompt.includes("a way to change over")) return CHANGE_OVER.has(port);
  return CLEAR.has(port) || CHANGE_OVER.has(port);
}

test("what is right is so by the protocol on that port", () => {
  const asked = new Set<number>();
  const amiss = questionsOf(encryptedServices).filter((question) => {
    if (question.kind !== "choose-several") return true;
    return question.choices.some(({ text, right }) => {
      const port = Number(/`(\d+)`/.exec(text)?.[1]);
      asked.add(port);
      return isWanted(question.prompt, port) !== (right === true);
    });
  });
  expect(amiss).toEqual([]);
  const known = [...FROM_FIRST_BYTE, ...CHANGE_OVER, ...CLEAR].toSorted((a, b) => a - b);
  expect([...asked].toSorted((a, b) => a - b)).toEqual(known);
});
