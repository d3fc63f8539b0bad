import { expect, test } from "vitest";
import { inPrompt, questionsOf } from "./held-over-seeds.fixture.ts";
import { portsWithoutPrivilege } from "./ports-without-privilege.ts";

/** ip(7), FreeBSD's ip(4), and XNU's in_pcbbind(), told once more. */
function isOpenToAll(system: string, address: string, port: number): boolean {
  if (port === 0 || port > 1023) return true;
  return system === "macOS" && address === "0.0.0.0";
}

test("what is right is what the system lets anyone bind", () => {
  const systems = new Set<string>();
  const amiss = questionsOf(portsWithoutPrivilege).filter((question) => {
    if (question.kind !== "choose-several") return true;
    const system = inPrompt(question, /[oO]n (\w+) (?:runs|with)/);
    systems.add(system);
    return question.choices.some(({ text, right }) => {
      const [, address = "", port] = /`([\d.]+):(\d+)`/.exec(text) ?? [];
      return isOpenToAll(system, address, Number(port)) !== (right === true);
    });
  });
  expect(amiss).toEqual([]);
  expect([...systems].toSorted()).toEqual(["FreeBSD", "Linux", "macOS"]);
});

test("both sides of the edge are asked", () => {
  const texts = questionsOf(portsWithoutPrivilege, 500).flatMap((question) =>
    "choices" in question ? question.choices.map(({ text }) => text) : [],
  );
  for (const edge of [":0`", ":1023`", ":1024`"])
    expect(texts.some((text) => text.includes(edge))).toBe(true);
});
