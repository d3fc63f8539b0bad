import { describe, expect, test } from "vitest";
import { type Plan, type TouchFate, planOf } from "./plan.ts";
import { SCENARIOS, scenarioById } from "./scenarios.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { simulate } from "./simulate.ts";
import { type SimulationFile, parseSimulation } from "./simulation-file.ts";
import { socketTable } from "./socket-table.ts";
import { type Timeline, worldAt } from "./timeline.ts";
import { unfold } from "./unfold.ts";

function fileOf({ simulation }: Pick<Scenario, "simulation">): SimulationFile {
  const parsed = parseSimulation(JSON.parse(JSON.stringify(simulation)));
  if (parsed.type === "error") throw new Error(parsed.message);
  return parsed.file;
}

function scenario(id: string): SimulationFile {
  const found = scenarioById(id);
  if (found === undefined) throw new Error(`There is no scenario ${id}`);
  return fileOf(found);
}

function touched(id: string, touches: Readonly<Record<number, TouchFate>>): Timeline {
  const plan: Plan = {
    ...planOf(scenario(id)),
    touches: Object.entries(touches).map(([packet, fate]) => ({ packet: Number(packet), fate })),
  };
  return unfold(plan);
}

describe("a plan that nobody touched", () => {
  test.each(SCENARIOS.map((each) => [each.id, fileOf(each)] as const))(
    "of %s comes out as simulate has it",
    (_, file) => {
      const simulated = simulate(file);
      if (simulated.type === "error") throw new Error(simulated.message);
      const { steps, world } = simulated.run;
      const timeline = unfold(planOf(file));
      const own = timeline.packets.filter(({ copyOf }) => copyOf === null);
      expect(own.map(({ report }) => report)).toEqual(steps.flatMap((step) => step.segments));
      const returned = timeline.calls
        .flatMap(({ returned: end, step }) => (end === null ? [] : [{ ...end, step }]))
        .toSorted((one, other) => one.in - other.in);
      const inTurn = (results: readonly { readonly step: number }[]) =>
        results.map(({ step }) => step).toSorted((one, other) => one - other);
      const results = steps.flatMap((step) => step.results);
      expect(inTurn(returned.map(({ step }) => ({ step: step.index + 1 })))).toEqual(
        inTurn(results),
      );
      for (const { in: at, result, step } of returned) {
        const told = results.find((each) => each.step === step.index + 1);
        expect(result).toEqual({ value: told?.value, errno: told?.errno, why: told?.why });
        expect((timeline.beats[at]?.at ?? 0) / 1_000_000).toBe(told?.t);
      }
      const last = worldAt(timeline, timeline.beats.length);
      for (const host of Object.keys(file.hosts))
        expect(socketTable(last, host)).toEqual(socketTable(world, host));
      expect(timeline.isWhole).toBe(true);
    },
  );
});

describe("a plan that a hand touched", () => {
  test("when the SYN-ACK is lost both sides send again and the connection still comes to be", () => {
    const timeline = touched("open-and-close", { 2: { kind: "drop" } });
    const again = timeline.packets.filter(({ isRetransmission }) => isRetransmission);
    expect(new Set(again.map(({ from }) => from))).toEqual(new Set(["A", "B"]));
    expect(timeline.packets[1]).toMatchObject({
      touched: true,
      sentAt: 20_000,
      end: { kind: "lost", at: 40_000, in: 7 },
    });
    const connected = timeline.calls.find(({ call }) => call.name === "connect");
    expect(connected?.returned?.result.errno).toBeNull();
    const data = timeline.calls.flatMap(({ call, returned }) =>
      call.name === "recv" ? [returned?.result.value] : [],
    );
    expect(data).toEqual(["hello", "HI!", ""]);
    expect(timeline.notes).toEqual([]);
    expect(timeline.isWhole).toBe(true);
  });
});
