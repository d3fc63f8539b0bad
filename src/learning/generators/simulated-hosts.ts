/** Two simulated hosts with Linux's rules, on which generators let programs make their calls. Runs are the same each time; keep what is costly. */
import { parseSimulation } from "#simulator/simulation-file";
import type { SimulationFile } from "#simulator/simulation-file";
import { simulate } from "#simulator/simulate";
import type { StepReport } from "#simulator/simulation-report";
import type { WrittenSimulation } from "#simulator/scenarios/scenario";
import { DELAY_MS, TWO_HOSTS } from "#simulator/scenarios/steps";

type Steps = WrittenSimulation["steps"];

/** A report for each step. Throws where a step cannot be made: the generators' own steps can. */
export function simulated(
  steps: Steps,
  hosts: WrittenSimulation["hosts"] = TWO_HOSTS,
): readonly StepReport[] {
  const done = simulate(fileOf(steps, hosts));
  if (done.type === "error") throw new Error(done.message);
  return done.run.steps;
}

/** Throws where a step is none. */
export function fileOf(
  steps: Steps,
  hosts: WrittenSimulation["hosts"] = TWO_HOSTS,
): SimulationFile {
  const parsed = parseSimulation({ hosts, delayMs: DELAY_MS, steps });
  if (parsed.type === "error") throw new Error(parsed.message);
  return parsed.file;
}
