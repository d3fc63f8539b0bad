import { expect, test } from "vitest";
import { SCENARIOS } from "#simulator/scenarios";
import { MISCONCEPTIONS } from "./misconception.ts";

test.each(SCENARIOS)("what $id disproves is a belief of the list", (scenario) => {
  expect(scenario.disproves.filter((id) => !(id in MISCONCEPTIONS))).toEqual([]);
});
