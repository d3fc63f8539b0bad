import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SCENARIOS, scenarioById } from "./scenarios.ts";
import { SCENARIO_QUESTIONS } from "./scenarios/scenario.ts";
import { parseSimulation } from "./simulation-file.ts";

describe("the library of scenarios", () => {
  test("has each id once, and finds it", () => {
    const ids = SCENARIOS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(scenarioById("refused")?.title).toBe("Connection refused");
    expect(scenarioById("no-such")).toBeUndefined();
  });

  test("is listed question by question, and answers each", () => {
    const asked = SCENARIOS.map(({ question }) => SCENARIO_QUESTIONS.indexOf(question));
    expect(asked).toEqual(asked.toSorted((one, other) => one - other));
    expect(new Set(asked).size).toBe(SCENARIO_QUESTIONS.length);
  });

  describe.each(SCENARIOS)("$id", ({ id, title, notice, simulation }) => {
    test("is a file that can be read", () => {
      expect(parseSimulation(JSON.parse(JSON.stringify(simulation)))).toMatchObject({
        type: "file",
      });
    });

    test("tells one to four things to notice, in sentences", () => {
      expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(title).not.toMatch(/\.$/);
      expect(notice.length).toBeGreaterThanOrEqual(1);
      expect(notice.length).toBeLessThanOrEqual(4);
      for (const sentence of notice) expect(sentence).toMatch(/^(?:[A-Z0-9[]|[a-z]+\(\) ).*\.$/);
    });
  });

  test.each(SCENARIOS.flatMap(({ id, trace }) => (trace === null ? [] : [[id, trace]])))(
    "%s is held to a trace that is there, %s",
    (_, trace) => {
      expect(existsSync(`${import.meta.dirname}/kernel-traces/${trace}.txt`)).toBe(true);
    },
  );
});
