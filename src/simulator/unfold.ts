/**
 * Makes a run of a plan: the simulation's steps, with what a person's hand did, as a line of moments (timeline.ts). A
 * plan without touches comes out as `simulate` has it. With touches, the untouched run is made first: it tells which of
 * a program's calls were meant to wait at once.
 */
import { type Plan, planOf } from "./plan.ts";
import type { SimulationFile } from "./simulation-file.ts";
import { type Rehearsal, rehearsalOf } from "./step-order.ts";
import type { Timeline } from "./timeline.ts";
import { UnfoldingRun } from "./unfolding-run.ts";

/** Never throws for what a plan asks: what cannot be done is in the timeline's notes. */
export function unfold(plan: Plan): Timeline {
  const unfolding = new Unfolding(plan);
  unfolding.advance(Number.POSITIVE_INFINITY);
  return unfolding.timeline;
}

/** Of files whose untouched run was made: a plan that is touched again and again has the same file. */
const rehearsals = new WeakMap<SimulationFile, Rehearsal>();

export class Unfolding {
  readonly #plan: Plan;
  #run: UnfoldingRun;
  #isRehearsal: boolean;

  constructor(plan: Plan) {
    this.#plan = plan;
    const isTouched = plan.touches.length > 0;
    const rehearsal = isTouched ? (rehearsals.get(plan.file) ?? null) : null;
    this.#isRehearsal = isTouched && rehearsal === null;
    this.#run = new UnfoldingRun(this.#isRehearsal ? planOf(plan.file) : plan, rehearsal);
  }

  /** Computes so many events more; true when all are there. */
  advance(events: number): boolean {
    for (let left = events; left > 0; left -= 1) {
      if (this.#run.once()) continue;
      if (!this.#isRehearsal) return true;
      this.#isRehearsal = false;
      const rehearsal = rehearsalOf(this.#run.timeline);
      rehearsals.set(this.#plan.file, rehearsal);
      this.#run = new UnfoldingRun(this.#plan, rehearsal);
    }
    return false;
  }

  /** As far as it goes. Empty while the untouched run of a touched plan is being made. */
  get timeline(): Timeline {
    const { timeline } = this.#run;
    if (!this.#isRehearsal) return timeline;
    return { ...timeline, plan: this.#plan, beats: [], packets: [], calls: [], notes: [] };
  }
}
