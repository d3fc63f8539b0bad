import { expect, test } from "vitest";
import { clientPortsOfSystem } from "./client-ports-of-system.ts";
import { expectSame, inPrompt, questionsOf } from "./held-over-seeds.fixture.ts";

/** The defaults as each system prints them. */
const DEFAULTS: Readonly<Record<string, readonly [number, number]>> = {
  Linux: [32768, 60999],
  Windows: [49152, 65535],
  macOS: [49152, 65535],
  FreeBSD: [10000, 65535],
};

test("the ports that are right are those in the system's default range", () => {
  const amiss = questionsOf(clientPortsOfSystem).filter((question) => {
    if (question.kind !== "choose-several") return true;
    const [from, to] = DEFAULTS[inPrompt(question, /on (\w+) /)]!;
    return question.choices.some(({ text, right }) => {
      const port = Number(text.slice(1, -1));
      return (from <= port && port <= to) !== (right === true);
    });
  });
  expect(amiss).toEqual([]);
});

test("every question has an end of the range among its ports", () => {
  for (const question of questionsOf(clientPortsOfSystem, 1000)) {
    if (question.kind !== "choose-several") throw new TypeError(question.kind);
    const ends = DEFAULTS[inPrompt(question, /on (\w+) /)]!;
    const ports = question.choices.map(({ text }) => Number(text.slice(1, -1)));
    expectSame(
      ports.some((port) => ends.includes(port)),
      true,
    );
    expectSame(ports.length, 5);
  }
});
