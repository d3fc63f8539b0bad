/** Packets and calls of a run by their numbers, and what ended in which beat: made once a run. */
import type { CallId } from "#simulator/calls";
import type { CallStory, PacketStory, Timeline } from "#simulator/timeline";
import type { PacketId, World } from "#simulator/world";
import { kept } from "./kept.model.ts";

export interface Stories {
  readonly packets: ReadonlyMap<PacketId, PacketStory>;
  readonly calls: ReadonlyMap<CallId, CallStory>;
  /** By beat: packets that were lost in it. */
  readonly lost: ReadonlyMap<number, readonly PacketStory[]>;
}

export const storiesOf = kept((timeline: Timeline): Stories => ({
  packets: new Map(timeline.packets.map((story) => [story.id, story])),
  calls: new Map(timeline.calls.map((story) => [story.id, story])),
  lost: lostByBeat(timeline),
}));

function lostByBeat({ packets }: Timeline): Stories["lost"] {
  const lost = new Map<number, PacketStory[]>();
  for (const story of packets) {
    if (story.end.kind !== "lost") continue;
    const same = lost.get(story.end.in);
    if (same === undefined) lost.set(story.end.in, [story]);
    else same.push(story);
  }
  return lost;
}

/** The world before a beat, by its index. */
export function worldBefore({ first, beats }: Timeline, index: number): World {
  return beats[index - 1]?.world ?? first;
}
