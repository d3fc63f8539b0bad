import { callFrom, letTimePass, touch, untouch } from "#simulator/edit-plan";
import type { Plan, TouchFate } from "#simulator/plan";
import type { FileStep } from "#simulator/simulation-file";
import type { Timeline } from "#simulator/timeline";
import { afterLastHandCall } from "./by-hand.model.ts";
import type { Selection } from "./selection.ts";

interface RunChanges {
  readonly timeline: Timeline;
  readonly position: number;
  readonly selection: Selection;
  /** `to` is the position in the new run; left out to stay, at the latest where both runs part. */
  readonly change: (plan: Plan, to?: number | ((made: Timeline) => number)) => void;
  /** While every step is asked about first, a call made by hand is the next step and not yet made. */
  readonly predicts: boolean;
  /** The future from this beat on is another one: what was predicted of it is forgotten. */
  readonly forget: (from: number) => void;
}

/** What a hand does to a run. Each makes another plan, which is run anew. */
export function runChanges(changing: RunChanges) {
  const { timeline, position, selection, change, predicts, forget } = changing;
  const { plan } = timeline;
  const chosen =
    selection?.kind === "packet"
      ? timeline.packets.find(({ id }) => id === selection.id)
      : undefined;
  return {
    touch: (fate: TouchFate) => {
      if (chosen === undefined) return;
      forget(chosen.sentIn + 1);
      // The moment at which it has been sent: there the two runs part.
      change(touch(plan, timeline, chosen.id, fate), Math.min(position, chosen.sentIn + 1));
    },
    untouch: () => {
      if (chosen === undefined) return;
      forget(chosen.sentIn + 1);
      change(untouch(plan, chosen.id), Math.min(position, chosen.sentIn + 1));
    },
    callByHand: (step: FileStep) => {
      forget(position);
      const plan = callFrom(timeline, position, step);
      if (predicts) change(plan);
      else change(plan, (made) => afterLastHandCall(made) ?? position);
    },
    letTimePass: nextPlan(plan, timeline, change),
  };
}

function nextPlan(plan: Plan, timeline: Timeline, change: RunChanges["change"]) {
  const longer = letTimePass(plan, timeline);
  return longer === null ? null : () => change(longer, (made) => made.beats.length);
}
