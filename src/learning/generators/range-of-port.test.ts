import { expect, test } from "vitest";
import { expectSame, inPrompt, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";
import { rangeOfPort } from "./range-of-port.ts";

/** RFC 6335 §6, written down once more. */
function nameOfRange(port: number): string {
  if (port < 1024) return "System Ports";
  return port < 49152 ? "User Ports" : "Dynamic Ports";
}

test("the range that is right is the one of RFC 6335", () => {
  for (const question of questionsOf(rangeOfPort)) {
    const port = Number(inPrompt(question, /port `(\d+)`/));
    expectSame(rightTexts(question), [nameOfRange(port)]);
  }
});

test("every edge is asked, and a port that looks like 80", () => {
  const asked = new Set<string>();
  for (const question of questionsOf(rangeOfPort, 2000)) asked.add(inPrompt(question, /`(\d+)`/));
  for (const edge of [0, 1023, 1024, 49151, 49152, 65535]) expect(asked).toContain(String(edge));
});
