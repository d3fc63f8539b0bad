/** Runs a plan a few events at a time, so that no turn of the page takes long. */
import type { Plan } from "#simulator/plan";
import { planOf } from "#simulator/plan";
import { scenarioById } from "#simulator/scenarios";
import { parseSimulation } from "#simulator/simulation-file";
import type { Timeline } from "#simulator/timeline";
import { Unfolding } from "#simulator/unfold";

/** Some milliseconds' worth on a slow phone. */
const EVENTS_A_TURN = 20;

/** Rejects with the signal's reason where it is aborted meanwhile. */
export async function runOf(plan: Plan, signal?: AbortSignal): Promise<Timeline> {
  const unfolding = new Unfolding(plan);
  while (!unfolding.advance(EVENTS_A_TURN)) {
    await nextTurn();
    signal?.throwIfAborted();
  }
  return unfolding.timeline;
}

const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve));

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
  const made = runOf(planOfScenario(id));
  untouched.set(id, made);
  return made;
}
