import { expect, test } from "vitest";
import { inPrompt, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";
import { KNOWN_SERVICES } from "./known-services.ts";
import { serviceOnPort } from "./service-on-port.ts";
import { PORTS_AS_REGISTERED } from "./services-as-registered.fixture.ts";

/** What a choice says, and the service's name in the list written down once more. */
const nameOf = new Map(
  KNOWN_SERVICES.map(({ name, spoken }) => [spoken.toLowerCase(), name] as const),
);

function isOn(text: string, asked: string): boolean {
  const ports = PORTS_AS_REGISTERED[nameOf.get(text.toLowerCase()) ?? ""]?.split(" and ") ?? [];
  return ports.some((port) => port === asked || port.endsWith(` ${asked}`));
}

test("the one service that has the port is right, and no wrong one has it", () => {
  const amiss = questionsOf(serviceOnPort).filter((question) => {
    if (question.kind !== "choose-one" || question.choices.length !== 4) return true;
    const asked = inPrompt(question, /is ((?:TCP |UDP )?port `\d+`)/).replace(/port |`/g, "");
    return question.choices.some(({ text, right }) => isOn(text, asked) !== (right === true));
  });
  expect(amiss).toEqual([]);
});

test("every known service is asked for", () => {
  const asked = new Set(questionsOf(serviceOnPort, 3000).flatMap(rightTexts));
  expect(asked.size).toBe(KNOWN_SERVICES.length);
});

test("IMAP is told from HTTPS, whose port differs in one digit", () => {
  const together = questionsOf(serviceOnPort, 5000).filter(
    (question) =>
      rightTexts(question).includes("IMAP") && JSON.stringify(question).includes('"text":"HTTPS"'),
  );
  expect(together).not.toEqual([]);
});
