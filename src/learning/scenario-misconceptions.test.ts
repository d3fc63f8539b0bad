import { expect, test } from "vitest";
import { SCENARIOS } from "#simulator/scenarios";
import { MISCONCEPTIONS } from "./misconception.ts";

/** Beliefs that the course does not tell of yet. A lesson that does moves its id out of here. */
const PLANNED = ["closed-is-a-port-property", "dual-stack"];

test.each(SCENARIOS)("what $id disproves is a belief of the list, or a planned one", (scenario) => {
  const known = new Set([...Object.keys(MISCONCEPTIONS), ...PLANNED]);
  expect(scenario.disproves.filter((id) => !known.has(id))).toEqual([]);
});

test("a planned belief that stands in the list is planned no more", () => {
  expect(PLANNED.filter((id) => id in MISCONCEPTIONS)).toEqual([]);
});
