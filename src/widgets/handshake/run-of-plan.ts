/** Runs a plan some milliseconds at a time, so that no turn of the page takes long. */
import type { Plan } from "#simulator/plan";
import { planOf } from "#simulator/plan";
import { scenarioById } from "#simulator/scenarios";
import { parseSimulation } from "#simulator/simulation-file";
import type { Timeline } from "#simulator/timeline";
import { Unfolding } from "#simulator/unfold";
import { inTurns } from "#ui/in-turns";

/** Rejects with the signal's reason where it is aborted meanwhile. */
export const runOf = (plan: Plan, signal?: AbortSignal): Promise<Timeline> =>
  inTurns(unfolded(plan), signal);

function* unfolded(plan: Plan): Generator<void, Timeline> {
  const unfolding = new Unfolding(plan);
  do yield;
  while (!unfolding.advance(1));
  return unfolding.timeline;
}

/** An empty world of two hosts, for calls by hand. */
const FREE_PLAY = {
  hosts: { A: { addresses: ["10.0.0.1"] }, B: { addresses: ["10.0.0.2"] } },
  delayMs: 20,
  steps: [],
};

/** The scenario's plan, untouched; two hosts without a program for null. An id must be one of the library. */
export function planOfScenario(id: string | null): Plan {
  const simulation = id === null ? FREE_PLAY : scenarioById(id)?.simulation;
  if (simulation === undefined) throw new Error(`There is no scenario ${id}`);
  const parsed = parseSimulation(simulation);
  if (parsed.type === "error") throw new Error(parsed.message);
  return id === null
    ? { ...planOf(parsed.file), byHand: { from: 0, steps: [] } }
    : planOf(parsed.file);
}

const untouched = new Map<string | null, Promise<Timeline>>();

/** The scenario's untouched run, made once. */
export function untouchedRun(id: string | null): Promise<Timeline> {
  const known = untouched.get(id);
  if (known !== undefined) return known;
  // A render asks for it: all of it is made after that.
  const made = inTurns(runOfScenario(id));
  untouched.set(id, made);
  return made;
}

function* runOfScenario(id: string | null): Generator<void, Timeline> {
  const plan = planOfScenario(id);
  yield;
  return yield* unfolded(plan);
}
