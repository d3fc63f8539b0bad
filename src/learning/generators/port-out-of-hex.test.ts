import { expect, test } from "vitest";
import { questionsOf } from "./held-over-seeds.fixture.ts";
import { portOutOfHex } from "./port-out-of-hex.ts";

/** The last four hexadecimal digits of the prompt's last code that has some, high byte first. */
function portIn(prompt: string): number {
  const code = [...prompt.matchAll(/`([^`]+)`/g)].at(-1)?.[1]?.replaceAll(" ", "") ?? "";
  const bytes = [code.slice(-4, -2), code.slice(-2)].map((digits) => Number.parseInt(digits, 16));
  return new DataView(Uint8Array.from(bytes).buffer).getUint16(0);
}

test("the port is what its two bytes say in network order", () => {
  const amiss = questionsOf(portOutOfHex).filter(
    (question) => question.kind !== "type-number" || question.answer !== portIn(question.prompt),
  );
  expect(amiss).toEqual([]);
});

test("the port with its bytes the wrong way round has its reason", () => {
  const untold = questionsOf(portOutOfHex, 1000).filter((question) => {
    if (question.kind !== "type-number") return true;
    const bytes = new DataView(new ArrayBuffer(2));
    bytes.setUint16(0, question.answer, true);
    const swapped = bytes.getUint16(0);
    return [question.answer, ...question.near.map(({ value }) => value)].every(
      (value) => value !== swapped,
    );
  });
  expect(untold).toEqual([]);
});
