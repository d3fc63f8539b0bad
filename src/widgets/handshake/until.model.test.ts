import { expect, test } from "vitest";
import { unfold } from "#simulator/unfold";
import { planOfScenario } from "./run-of-plan.ts";
import { positionOf } from "./until.model.ts";

const run = unfold(planOfScenario("open-and-close"));

test.each([
  ["end", run.beats.length],
  ["0", 0],
  ["3", 3],
  ["100000", null],
  ["A LISTEN", null],
  ["C ESTABLISHED", null],
])("%s is position %s", (until, position) => {
  expect(positionOf(until, run)).toBe(position);
});

test("a host and a state are the moment right after it enters that state", () => {
  const position = positionOf("A ESTABLISHED", run)!;
  expect(run.beats[position - 1]!.effects).toContainEqual(
    expect.objectContaining({ kind: "state", host: "A", to: "ESTABLISHED" }),
  );
});
