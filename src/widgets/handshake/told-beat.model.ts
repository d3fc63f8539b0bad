/**
 * A beat in sentences: everything that happened in it, one thing after the other, each with its reason where a rule
 * decided it. The panel that tells why and the text log say the same, for both are made from this.
 */
import type { Effect } from "#simulator/effect";
import type { Reason } from "#simulator/reason";
import type { Beat, Timeline } from "#simulator/timeline";
import { eventSentence } from "./event-words.model.ts";
import { packetSentence } from "./packet-words.model.ts";
import { callSentence } from "./call-words.model.ts";
import { socketSentence } from "./socket-words.model.ts";
import type { LinkKey } from "./link-key.ts";
import { callKey, packetKey, socketKey } from "./link-key.ts";
import type { Selection } from "./selection.ts";
import type { Telling } from "./telling.ts";
import type { Numbering } from "./settings.model.ts";
import { storiesOf, worldBefore } from "./stories.model.ts";

export interface Told {
  /** Unique in its beat. */
  readonly key: string;
  readonly sentence: string;
  /** Null where no rule decided it: a program called, a packet arrived. */
  readonly reason: Reason | null;
  /** What it is about. */
  readonly keys: readonly LinkKey[];
  readonly selection: Selection;
  /** A timer was set or stopped: the lanes show it, and the log leaves it out. */
  readonly isQuiet: boolean;
  /** The effects of the beat that it tells of, by their places. */
  readonly effects: readonly number[];
}

/** `index` counts beats from 0; nothing where there is no such beat. */
export function toldBeat(timeline: Timeline, index: number, numbering: Numbering): readonly Told[] {
  const beat = timeline.beats[index];
  if (beat === undefined) return [];
  const telling: Telling = {
    timeline,
    index,
    before: worldBefore(timeline, index),
    after: beat.world,
    stories: storiesOf(timeline),
    numbering,
  };
  const event = eventSentence(beat);
  return [
    ...(event === null ? [] : [toldEvent(event)]),
    ...toldEffects(beat, telling),
    ...toldLosses(beat, telling),
    ...toldSilence(beat),
  ];
}

const toldEvent = (sentence: string): Told => ({
  key: "event",
  sentence,
  reason: null,
  keys: [],
  selection: null,
  isQuiet: false,
  effects: [],
});

function toldEffects(beat: Beat, telling: Telling): readonly Told[] {
  const told: Told[] = [];
  for (let at = 0; at < beat.effects.length; at += 1) {
    const effect = beat.effects[at]!;
    const next = beat.effects[at + 1];
    // A call that comes back at once, or begins to wait at once, is one sentence.
    const isAtOnce =
      effect.kind === "called" &&
      next !== undefined &&
      (next.kind === "returned" || next.kind === "blocked") &&
      next.id === effect.id;
    if (isAtOnce) {
      told.push(toldEffect(beat, at, next, telling));
      at += 1;
    } else told.push(toldEffect(beat, at, null, telling));
  }
  return told;
}

function toldEffect(beat: Beat, at: number, end: Effect | null, telling: Telling): Told {
  const effect = beat.effects[at]!;
  // Timers are set with nearly every segment; where nothing else happens, it is all there is to tell.
  const isMore = beat.effects.some(({ kind }) => !kind.startsWith("timer-"));
  return {
    key: String(at),
    sentence: sentenceOf(effect, end, telling),
    reason: reasonOf(end ?? effect),
    ...aboutOf(effect, telling),
    isQuiet: isMore && (effect.kind === "timer-set" || effect.kind === "timer-stopped"),
    effects: end === null ? [at] : [at, at + 1],
  };
}

/** A segment that says what was known, or that nobody takes. */
function toldSilence({ effects: [first, ...rest] }: Beat): readonly Told[] {
  if (first?.kind !== "arrived" || rest.length > 0) return [];
  const sentence = `${first.host}'s kernel sends no answer, and no state changes.`;
  const keys = [packetKey(first.id)];
  return [
    { key: "silence", sentence, reason: null, keys, selection: null, isQuiet: false, effects: [] },
  ];
}

/** A packet that found nobody at the end of its way: no effect tells of it. */
function toldLosses(beat: Beat, telling: Telling): readonly Told[] {
  const told = new Set(
    beat.effects.flatMap((effect) => (effect.kind === "lost" ? [effect.id] : [])),
  );
  return (telling.stories.lost.get(telling.index) ?? [])
    .filter(({ id }) => !told.has(id))
    .map((story) => ({
      key: `lost ${story.id}`,
      sentence: packetSentence("lost", story.id, telling),
      reason: story.end.kind === "lost" ? story.end.why : null,
      keys: [packetKey(story.id)],
      selection: { kind: "packet", id: story.id },
      isQuiet: false,
      effects: [],
    }));
}

function sentenceOf(effect: Effect, end: Effect | null, telling: Telling): string {
  switch (effect.kind) {
    case "called":
    case "blocked":
    case "returned":
      return callSentence(effect, end, telling);
    case "sent":
    case "arrived":
    case "lost":
    case "delayed":
    case "doubled":
    case "held":
    case "released":
    case "discarded":
      return packetSentence(effect.kind, effect.id, telling);
    case "state":
    case "queued":
    case "dropped":
    case "timer-set":
    case "timer-stopped":
    case "timer-fired":
      return socketSentence(effect, telling);
  }
}

function reasonOf(effect: Effect): Reason | null {
  switch (effect.kind) {
    case "called":
    case "arrived":
      return null;
    case "returned":
      return effect.result.why;
    default:
      return effect.why;
  }
}

function aboutOf(
  effect: Effect,
  { stories, index }: Telling,
): { readonly keys: readonly LinkKey[]; readonly selection: Selection } {
  switch (effect.kind) {
    case "called":
    case "blocked":
    case "returned": {
      const story = stories.calls.get(effect.id);
      if (story === undefined) return { keys: [callKey(effect.id)], selection: null };
      const socket = story.socket === null ? [] : [socketKey(story.host, story.socket)];
      return {
        keys: [callKey(effect.id), ...socket],
        selection: { kind: "call", id: effect.id },
      };
    }
    case "sent":
    case "arrived":
    case "lost":
    case "delayed":
    case "doubled":
    case "held":
    case "released":
    case "discarded":
      return { keys: [packetKey(effect.id)], selection: { kind: "packet", id: effect.id } };
    case "state":
      return {
        keys: [socketKey(effect.host, effect.socket)],
        selection: {
          kind: "state",
          host: effect.host,
          socket: effect.socket,
          position: index + 1,
        },
      };
    case "queued":
    case "dropped":
    case "timer-set":
    case "timer-stopped":
    case "timer-fired":
      return { keys: [socketKey(effect.host, effect.socket)], selection: null };
  }
}
