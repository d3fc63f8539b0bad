import { describe, expect, test } from "vitest";
import { callFrom } from "#simulator/edit-plan";
import type { FileStep } from "#simulator/simulation-file";
import { unfold } from "#simulator/unfold";
import { handStep } from "./by-hand.model.ts";
import { programOfRun, wholeFile } from "./program-of-run.model.ts";
import { planOfScenario } from "./run-of-plan.ts";

const plan = planOfScenario("open-and-close");
const run = unfold(plan);

const close = (): FileStep => {
  const made = handStep(
    { host: "A", process: "main", call: "close", on: "client", values: {} },
    run,
  );
  if (made.type === "error") throw new Error(made.message);
  return made.step;
};

describe("the whole file of a run", () => {
  test("is the scenario's own where nothing was done by hand", () => {
    expect(wholeFile(plan)).toBe(plan.file);
  });

  test("ends with what was done by hand, at its time", () => {
    const position = run.beats.findIndex(({ effects }) =>
      effects.some(
        (effect) => effect.kind === "state" && effect.host === "B" && effect.to === "ESTABLISHED",
      ),
    );
    const { steps } = wholeFile(callFrom(run, position + 1, close()));
    expect(steps.at(-1)).toMatchObject({ kind: "call", host: "A", call: { name: "close" } });
    const waited = steps.reduce((sum, step) => sum + (step.kind === "wait" ? step.ms : 0), 0);
    expect(waited * 1000).toBe(run.beats[position]!.at);
    expect(steps.length).toBeLessThan(plan.file.steps.length);
  });
});

test("a changed wire has no program, and the page says why", () => {
  const touches = [{ packet: 1, fate: { kind: "drop" as const } }];
  expect(programOfRun({ ...plan, touches }, "Open and close", "open-and-close")).toMatchObject({
    type: "none",
    why: expect.stringContaining("A program cannot do that"),
  });
  expect(programOfRun(plan, "Open and close", "open-and-close").type).toBe("program");
});
