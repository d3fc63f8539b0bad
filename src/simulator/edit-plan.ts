/**
 * What a person does to a run, as changes of its plan. Packets and moments after the change are made anew, so whatever
 * was done to later ones goes: its numbers would mean others.
 */
import type { Plan, TouchFate } from "./plan.ts";
import * as schedule from "./schedule.ts";
import type { FileStep } from "./simulation-file.ts";
import { type Beat, type PacketStory, type StepPlace, type Timeline, worldAt } from "./timeline.ts";
import type { Micros, PacketId } from "./world.ts";

/** Whether a hand can do anything to it: it has been in the wire, and was not lost as it was sent. */
export function canTouch({
  from,
  end,
  sentIn,
}: Pick<PacketStory, "from" | "end" | "sentIn">): boolean {
  return from !== null && !(end.kind === "lost" && end.in === sentIn);
}

/** Another fate takes the place of an earlier one. The plan as it is, where the timeline has no such packet. */
export function touch(plan: Plan, timeline: Timeline, packet: PacketId, fate: TouchFate): Plan {
  const story = timeline.packets.find(({ id }) => id === packet);
  if (story === undefined || !canTouch(story)) return plan;
  return { ...plan, touches: [...touchesBefore(plan, packet), { packet, fate }] };
}

/** As it was before the packet was touched; the plan as it is, where it was not. */
export function untouch(plan: Plan, packet: PacketId): Plan {
  if (!plan.touches.some((each) => each.packet === packet)) return plan;
  return { ...plan, touches: touchesBefore(plan, packet) };
}

/** Packets are numbered in the order they were sent. */
const touchesBefore = ({ touches }: Pick<Plan, "touches">, packet: PacketId) =>
  touches.filter((each) => each.packet < packet);

/** From this position on a person goes on by hand; what was done by hand until then stays. */
export function takeOver(timeline: Timeline, position: number): Plan {
  const { plan, beats, packets } = timeline;
  const cut = Math.max(0, position);
  const after = lastStep(beats.slice(0, cut), "file");
  const steps = plan.byHand?.steps.slice(0, lastStep(beats.slice(0, cut), "hand") + 1) ?? [];
  const isFileOver = plan.byHand !== null && lastStep(beats.slice(cut), "file") === -1;
  const firstNew = packets.find(({ sentIn }) => sentIn >= cut)?.id;
  return {
    ...plan,
    touches: firstNew === undefined ? plan.touches : touchesBefore(plan, firstNew),
    byHand: isFileOver
      ? { ...plan.byHand, steps }
      : { from: worldAt(timeline, position).now, after, steps },
    until: null,
  };
}

/** The step that was made last among these beats, by its index; -1 for none. */
const lastStep = (beats: readonly Beat[], by: StepPlace["by"]) =>
  beats.findLast(({ step }) => step?.by === by)?.step?.index ?? -1;

/** A call by hand at this position, in place of all that was done by hand after it. */
export function callFrom(timeline: Timeline, position: number, step: FileStep): Plan {
  const { now } = worldAt(timeline, position);
  return callByHand(takeOver(timeline, position), now, step);
}

/** By the clock alone: of several calls by hand at one moment, the new one is the last. */
export function callByHand(plan: Plan, at: Micros, step: FileStep): Plan {
  const { from, steps, ...byHand } = plan.byHand ?? { from: at, steps: [] };
  const earlier = steps.filter((each) => each.at <= at);
  return {
    ...plan,
    byHand: { ...byHand, from: Math.min(from, at), steps: [...earlier, { at, step }] },
  };
}

/** Goes on to what is due next; null where nothing is. */
export function letTimePass(
  plan: Plan,
  { first, beats }: Pick<Timeline, "first" | "beats">,
): Plan | null {
  const last = beats.at(-1)?.world ?? first;
  const due = schedule.first(last.schedule);
  return due === undefined || due.at <= (plan.until ?? -1) ? null : { ...plan, until: due.at };
}
