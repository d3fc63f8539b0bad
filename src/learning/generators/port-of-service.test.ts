import { expect, test } from "vitest";
import { inPrompt, questionsOf } from "./held-over-seeds.fixture.ts";
import { KNOWN_SERVICES } from "./known-services.ts";
import { portOfService } from "./port-of-service.ts";
import { PORTS_AS_REGISTERED } from "./services-as-registered.fixture.ts";

const namesSpoken = new Map(KNOWN_SERVICES.map(({ name, spoken }) => [spoken, name] as const));

function portsAskedFor(prompt: string): string {
  const spoken =
    /port of (.+)\?$/.exec(prompt)?.[1] ?? /rule is about (.+?)\. Which/.exec(prompt)?.[1];
  return PORTS_AS_REGISTERED[namesSpoken.get(spoken ?? "") ?? ""] ?? "";
}

test("the answer is the service's port, in the transport that is asked for", () => {
  const amiss = questionsOf(portOfService).filter((question) => {
    if (question.kind !== "type-number") return true;
    const transport = inPrompt(question, /((?:TCP |UDP )?)port/);
    const ports = portsAskedFor(question.prompt).split(" and ");
    if (transport !== "") return ports.join() !== `${transport}${question.answer}`;
    return ports.length < 2 || ports.some((port) => !port.endsWith(` ${question.answer}`));
  });
  expect(amiss).toEqual([]);
});

test("near numbers that are said to be another's port are that other's", () => {
  const amiss = questionsOf(portOfService, 2000).filter((question) => {
    if (question.kind !== "type-number") return true;
    return question.near.some(({ value, because }) => {
      const told = /The ports? of .+ (?:is|are) (?:TCP|UDP) (\d+)/.exec(because)?.[1];
      return told !== undefined && Number(told) !== value;
    });
  });
  expect(amiss).toEqual([]);
});

test.each([
  ["IMAP", [993, 443, 134, 413]],
  ["MySQL", [3360]],
  ["SSH", [2222, 23, 21]],
])("%s: each of %j has a reason of its own", (spoken, wanted) => {
  const question = questionsOf(portOfService, 2000).find(({ prompt }) =>
    prompt.endsWith(`port of ${spoken}?`),
  );
  const values = question?.kind === "type-number" ? question.near.map(({ value }) => value) : [];
  expect(values).toEqual(expect.arrayContaining(wanted));
});
