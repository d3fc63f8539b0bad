/**
 * Runs a simulation that a person wrote: each step becomes an event or a few, and what happened is told step by step.
 * Time passes in wait steps alone; what is due at the very moment, as on loopback, still happens within its step.
 */
import type { SimulationFile } from "./simulation-file.ts";
import { Simulation, SimulationFault } from "./simulation.ts";
import type { SimulationRun } from "./simulation-report.ts";

export type Simulated =
  | { readonly type: "run"; readonly run: SimulationRun }
  /** A step asks for what is not there; the message names the step. */
  | { readonly type: "error"; readonly message: string };

export function simulate(file: SimulationFile): Simulated {
  const simulation = new Simulation(file);
  try {
    for (const [index, step] of file.steps.entries()) simulation.run(step, index + 1);
    return { type: "run", run: simulation.result };
  } catch (error) {
    if (error instanceof SimulationFault) return { type: "error", message: error.message };
    throw error;
  }
}
