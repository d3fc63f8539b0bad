import { expect, test } from "vitest";
import { rangeOf } from "#net/port-range";
import type { Port } from "#net/port";
import { MISCONCEPTIONS, type MisconceptionId } from "#learning/misconception";
import { SCENARIOS } from "#simulator/scenarios";
import { proofAgainst } from "./proof.model.ts";

const BELIEFS = Object.keys(MISCONCEPTIONS) as MisconceptionId[];

test("a belief that a run of the library disproves leads to such a run", () => {
  const disproved = BELIEFS.filter((id) =>
    SCENARIOS.some(({ disproves }) => disproves.includes(id)),
  );
  expect(disproved.length).toBeGreaterThan(30);
  for (const id of disproved) {
    const proof = proofAgainst(id);
    const run = SCENARIOS.find((each) => proof?.kind === "run" && each.id === proof.scenario);
    expect(run?.disproves).toContain(id);
  }
});

test.each(["8080-is-system", "ephemeral-above-1023"] as const)(
  "%s leads to the page of a port in the User Ports",
  (id) => {
    const proof = proofAgainst(id);
    expect(proof?.kind === "port" && rangeOf(proof.port as Port).id).toBe("user");
  },
);

test("a belief that nothing here shows to be wrong leads nowhere", () => {
  expect(proofAgainst("ping-needs-root")).toBeNull();
});
