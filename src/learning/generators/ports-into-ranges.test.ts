import { expect, test } from "vitest";
import { questionsOf } from "./held-over-seeds.fixture.ts";
import { portsIntoRanges } from "./ports-into-ranges.ts";

/** RFC 6335 §6, written down once more. */
function nameOfRange(port: number): string {
  if (port < 1024) return "System Ports";
  return port < 49152 ? "User Ports" : "Dynamic Ports";
}

test("each port's bin is its range of RFC 6335, and every other bin has its own reason", () => {
  const amiss = questionsOf(portsIntoRanges).filter((question) => {
    if (question.kind !== "sort-into") return true;
    const { bins, items } = question;
    const isRight = items.every(({ text, bin }) => bins[bin] === nameOfRange(Number(text)));
    const isTold = items.every(({ near = [] }) => near.length === 2);
    return !isRight || !isTold || new Set(items.map(({ bin }) => bin)).size !== 3;
  });
  expect(amiss).toEqual([]);
});

test("the ports are edges more than chance would have it, and some that are well known", () => {
  const ports = questionsOf(portsIntoRanges, 1000).flatMap((question) =>
    question.kind === "sort-into" ? question.items.map(({ text }) => Number(text)) : [],
  );
  for (const port of [0, 1023, 1024, 49151, 49152, 65535, 8080])
    expect(ports.filter((each) => each === port).length).toBeGreaterThan(50);
});
