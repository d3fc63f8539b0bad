import { describe, expect, test } from "vitest";
import type { SocketEntry } from "#net/socket-entry";
import { EXPECTATIONS, type Expectation } from "./scenario-expectations.fixture.ts";
import { SCENARIOS } from "./scenarios.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { simulate } from "./simulate.ts";
import { parseSimulation } from "./simulation-file.ts";
import type { StepReport } from "./simulation-report.ts";
import { shortSegment } from "./short-segment.fixture.ts";

/** Numbers for the fixture's question marks, so that the rest can be compared. */
function masked(segments: readonly string[], expected: string): string {
  const pattern = expected.split(/ (?=\+?[<>])/);
  return segments
    .map((segment, at) => {
      const wanted = pattern[at] ?? "";
      if (!wanted.includes("?")) return segment;
      const shape = wanted.replaceAll(/[/+.]/g, String.raw`\$&`).replace("?", String.raw`-?\d+`);
      return new RegExp(`^${shape}$`).test(segment) ? wanted : segment;
    })
    .join(" ");
}

const statesOf = (entries: readonly SocketEntry[]) =>
  entries
    .map(({ protocol, state }) =>
      protocol === "tcp" ? (state ?? "?") : `${protocol}${state === null ? "" : ` ${state}`}`,
    )
    .toSorted()
    .join(" ");

function run({ simulation }: Scenario): readonly StepReport[] {
  const parsed = parseSimulation(JSON.parse(JSON.stringify(simulation)));
  if (parsed.type === "error") throw new Error(parsed.message);
  const simulated = simulate(parsed.file);
  if (simulated.type === "error") throw new Error(simulated.message);
  return simulated.run.steps;
}

const toTenths = (seconds: readonly number[]) => seconds.map((each) => Math.round(each * 10) / 10);

/** What the run gave, in the fixture's terms and no more than the fixture says. */
function outcome(steps: readonly StepReport[], expected: Expectation): Expectation {
  const segments = steps.flatMap((step) => step.segments);
  const results = steps.flatMap((step) => step.results);
  const failed = results.filter(({ errno }) => errno !== null);
  const last = steps.at(-1);
  const states = (report: StepReport | undefined, wanted: { A?: string; B?: string }) => ({
    ...(wanted.A === undefined ? {} : { A: statesOf(report?.sockets["A"] ?? []) }),
    ...(wanted.B === undefined ? {} : { B: statesOf(report?.sockets["B"] ?? []) }),
  });
  const { before } = expected;
  return {
    ...states(last, expected),
    errors: failed.map(({ call, errno }) => `${call} ${errno}`),
    ...(expected.segments === undefined
      ? {}
      : { segments: masked(segments.map(shortSegment), expected.segments) }),
    ...(expected.received === undefined
      ? {}
      : {
          received: results
            .filter(({ call, errno }) => call.startsWith("recv") && errno === null)
            .map(({ value }) =>
              typeof value === "object" && value !== null && "data" in value
                ? value.data
                : String(value),
            ),
        }),
    ...(before === undefined
      ? {}
      : { before: { steps: before.steps, ...states(steps.at(-1 - before.steps), before) } }),
    ...(expected.times === undefined ? {} : { times: toTenths(segments.map(({ t }) => t)) }),
    ...(expected.errorTimes === undefined
      ? {}
      : { errorTimes: toTenths(failed.map(({ t }) => t)) }),
  };
}

describe("a scenario comes out as the kernel and the RFC have it", () => {
  test.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))("%s", (id, scenario) => {
    const expected = EXPECTATIONS[id];
    if (expected === undefined) throw new Error(`Nothing is expected of ${id}`);
    expect(outcome(run(scenario), expected)).toEqual({ errors: [], ...expected });
  });
});
