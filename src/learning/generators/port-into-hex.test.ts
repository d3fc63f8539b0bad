import { expect, test } from "vitest";
import { mark } from "../mark.ts";
import { inPrompt, questionsOf } from "./held-over-seeds.fixture.ts";
import { portIntoHex } from "./port-into-hex.ts";

test("the two bytes give the port back in network order", () => {
  const amiss = questionsOf(portIntoHex).filter((question) => {
    if (question.kind !== "type-text" || !/^[0-9a-f]{2} [0-9a-f]{2}$/.test(question.answer))
      return true;
    const bytes = question.answer.split(" ").map((digits) => Number.parseInt(digits, 16));
    const port = new DataView(Uint8Array.from(bytes).buffer).getUint16(0);
    return String(port) !== inPrompt(question, /port `(\d+)`/);
  });
  expect(amiss).toEqual([]);
});

test("capitals, no space and 0x before the bytes are as right", () => {
  for (const question of questionsOf(portIntoHex, 500)) {
    if (question.kind !== "type-text") throw new TypeError(question.kind);
    const { answer } = question;
    const plain = answer.replace(" ", "");
    for (const text of [
      answer.toUpperCase(),
      plain,
      `0x${plain}`,
      `0x${answer.replace(" ", " 0x")}`,
    ])
      expect(mark(question, { kind: "type-text", text })).toMatchObject({ right: true });
  }
});
