import { expect, test } from "vitest";
import { countOfPorts } from "./count-of-ports.ts";
import { questionsOf } from "./held-over-seeds.fixture.ts";

/** The ports that the prompt speaks of, counted one by one. */
function countedFor(prompt: string): number {
  const [first = NaN, second = NaN] = [...prompt.matchAll(/(\d+)`/g)].map(([, digits]) =>
    Number(digits),
  );
  const holds = [
    { name: "System Ports", test: (port: number) => port < 1024 },
    { name: "User Ports", test: (port: number) => port >= 1024 && port < 49152 },
    { name: "Dynamic Ports", test: (port: number) => port >= 49152 },
  ].find(({ name }) => prompt.includes(name));
  const isOfRange = holds?.test ?? (() => true);
  if (prompt.includes("Start Port")) return first + second - 1;
  const [from, to] = Number.isNaN(second) ? [0, 65535] : [first, second];
  let count = 0;
  for (let port = from; port <= to; port += 1) if (isOfRange(port)) count += 1;
  return count;
}

test("the answer is what counting one by one gives", () => {
  const answers = new Map(
    questionsOf(countOfPorts).map((question) => [
      question.prompt,
      question.kind === "type-number" ? question.answer : null,
    ]),
  );
  const amiss = [...answers].filter(([prompt, answer]) => answer !== countedFor(prompt));
  expect(amiss).toEqual([]);
});

test("the numbers that are asked of stay within the ports", () => {
  const highest = questionsOf(countOfPorts)
    .flatMap(({ prompt }) => [...prompt.matchAll(/(\d+)`/g)])
    .reduce((most, [, digits]) => Math.max(most, Number(digits)), 0);
  expect(highest).toBeLessThanOrEqual(65535);
});
