/** The library's scenarios as plans, for tests. */
import { type Plan, type TouchFate, planOf } from "./plan.ts";
import { scenarioById } from "./scenarios.ts";
import type { WrittenSimulation } from "./scenarios/scenario.ts";
import { type SimulationFile, parseSimulation } from "./simulation-file.ts";

export function fileOf(simulation: WrittenSimulation): SimulationFile {
  const parsed = parseSimulation(JSON.parse(JSON.stringify(simulation)));
  if (parsed.type === "error") throw new Error(parsed.message);
  return parsed.file;
}

/** With fates by the packets' numbers. */
export function planOfScenario(id: string, fates: Readonly<Record<number, TouchFate>> = {}): Plan {
  const scenario = scenarioById(id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}`);
  const touches = Object.entries(fates).map(([packet, fate]) => ({ packet: Number(packet), fate }));
  return { ...planOf(fileOf(scenario.simulation)), touches };
}

/** Two hosts, and nothing that happens by itself. */
export const FREE_PLAY: Plan = {
  ...planOf(
    fileOf({
      hosts: { A: { addresses: ["10.0.0.1"] }, B: { addresses: ["10.0.0.2"] } },
      delayMs: 20,
      steps: [],
    }),
  ),
  byHand: { from: 0, steps: [] },
};
