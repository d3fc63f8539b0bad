/**
 * Why: what a person asked about, as sentences with their reasons. A moment tells of everything that happened in it; a
 * packet of its sending, its way and what it did where it arrived; a call of its making and its return; a state of how
 * the socket came into it. Only what has happened by the position is told.
 */
import type { Effect } from "#simulator/effect";
import type { CallStory, PacketStory, Timeline } from "#simulator/timeline";
import type { PacketHappening } from "./packet-words.model.ts";
import { type Selection, isSameSelection } from "./selection.ts";
import type { Numbering } from "./settings.model.ts";
import type { WhyFrame, WhyItem, WhyPart } from "./why-frame.ts";
import { stateWhy } from "./state-why.model.ts";
import { storiesOf } from "./stories.model.ts";
import { type Told, toldBeat } from "./told-beat.model.ts";
import { callTitle, packetTitle } from "./why-titles.model.ts";
import { clockText } from "./clock-text.ts";
import { timeAt } from "./session.model.ts";

export function whyOf(
  timeline: Timeline,
  position: number,
  selection: Selection,
  numbering: Numbering,
): WhyFrame {
  switch (selection?.kind) {
    case undefined:
      return ofMoment(timeline, position, numbering);
    case "packet": {
      const story = storiesOf(timeline).packets.get(selection.id);
      return story === undefined ? GONE : ofPacket(timeline, position, story, numbering);
    }
    case "call": {
      const story = storiesOf(timeline).calls.get(selection.id);
      return story === undefined ? GONE : ofCall(timeline, position, story, numbering);
    }
    case "state":
      return stateWhy(timeline, selection, numbering) ?? GONE;
  }
}

/** After a touch, what was asked about may not be part of the run any more. */
const GONE: WhyFrame = {
  title: "It is not part of this run",
  parts: [
    {
      heading: null,
      items: [note("What you asked about happened in another run. Choose something of this one.")],
    },
  ],
};

function ofMoment(timeline: Timeline, position: number, numbering: Numbering): WhyFrame {
  if (position === 0)
    return {
      title: "Before the first moment",
      parts: [{ heading: null, items: [note("Nothing has happened yet.")] }],
    };
  const at = clockText(timeAt(timeline, position));
  const items = toldBeat(timeline, position - 1, numbering).map((told) => itemOf(told, null));
  return { title: `At ${at}`, parts: [{ heading: null, items }] };
}

function ofPacket(
  timeline: Timeline,
  position: number,
  story: PacketStory,
  numbering: Numbering,
): WhyFrame {
  const selection: Selection = { kind: "packet", id: story.id };
  const isOf = ({ selection: about }: Told) => about?.kind === "packet" && about.id === story.id;
  const last = story.end.kind === "open" ? timeline.beats.length - 1 : story.end.in;
  const parts: WhyPart[] = [];
  for (let index = story.sentIn; index <= Math.min(last, position - 1); index += 1) {
    if (!concerns(timeline, index, story)) continue;
    const told = toldBeat(timeline, index, numbering);
    // What else happens in the beat of an arrival, the packet made happen.
    const hasArrived = index === last && story.end.kind !== "lost" && story.end.kind !== "open";
    const items = hasArrived ? told.slice(Math.max(0, told.findIndex(isOf))) : told.filter(isOf);
    parts.push({
      heading: atText(timeline, index),
      items: items.map((each) => itemOf(each, selection)),
    });
  }
  if (position <= story.sentIn)
    parts.push({ heading: null, items: [note("It has not been sent at this moment.")] });
  else if (story.end.kind === "open" || story.end.in >= position)
    parts.push({ heading: null, items: [note("It is on its way at this moment.")] });
  return { title: packetTitle(story, numbering), parts };
}

function concerns({ beats }: Timeline, index: number, { id, end }: PacketStory): boolean {
  if (end.kind !== "open" && end.in === index) return true;
  return beats[index]?.effects.some((effect) => isOfPacket(effect) && effect.id === id) ?? false;
}

const isOfPacket = (effect: Effect): effect is Extract<Effect, { kind: PacketHappening }> =>
  !("call" in effect) && "id" in effect && effect.kind !== "blocked";

function ofCall(
  timeline: Timeline,
  position: number,
  story: CallStory,
  numbering: Numbering,
): WhyFrame {
  const selection: Selection = { kind: "call", id: story.id };
  if (position <= story.madeIn)
    return {
      title: callTitle(story),
      parts: [{ heading: null, items: [note("It has not been made at this moment.")] }],
    };
  const made = toldBeat(timeline, story.madeIn, numbering).map((told) => itemOf(told, selection));
  const parts: WhyPart[] = [{ heading: atText(timeline, story.madeIn), items: made }];
  const back = story.returned;
  if (back === null || back.in >= position) {
    parts.push({ heading: null, items: [note("The call waits at this moment.")] });
  } else if (back.in !== story.madeIn) {
    const items = toldBeat(timeline, back.in, numbering).map((told) => itemOf(told, selection));
    parts.push({ heading: atText(timeline, back.in), items });
  }
  return { title: callTitle(story), parts };
}

const atText = ({ beats }: Timeline, index: number) => `At ${clockText(beats[index]?.at ?? 0)}`;

function note(sentence: string): WhyItem {
  return { key: "note", sentence, reason: null, keys: [], selection: null };
}

/** Without a way to what is asked about already. */
function itemOf({ key, sentence, reason, keys, selection }: Told, asked: Selection): WhyItem {
  const next = isSameSelection(selection, asked) ? null : selection;
  return { key, sentence, reason, keys, selection: next };
}
