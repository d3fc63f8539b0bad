/**
 * Which question a beat is asked. Every kind that fits has a worth there; one that was asked a short while ago is worth
 * less, and so is one that was asked of the same thing before. What was asked often enough is asked no more.
 */
import type { Timeline } from "#simulator/timeline";
import { effectsOf, type Moment, momentAt } from "./predict-moment.ts";
import { isNumberKnowable } from "./predict-number.ts";
import { isReturnWorthAsking } from "./predict-return.ts";
import { areRowsWorthAsking } from "./predict-rows.ts";
import { isSegmentKnowable } from "./predict-segment.ts";
import { isStateKnowable } from "./predict-state.ts";
import { packetWords } from "./predict-words.ts";

export type KindOfPrediction = "segment" | "state" | "return" | "rows" | "number" | "port";

const MOST_OF_A_SORT = 3;

/** What is asked along a line, as far as somebody has wanted to know: the next step needs all before it. */
interface Asking {
  readonly kinds: (readonly KindOfPrediction[])[];
  readonly asked: KindOfPrediction[];
  readonly asks: Map<string, number>;
}

const ASKING = new WeakMap<Timeline, Asking>();

/** The kinds to try for the beat at `position`, the best first; none where nothing is to be asked. */
export function plannedKinds(timeline: Timeline, position: number): readonly KindOfPrediction[] {
  const asking: Asking = ASKING.get(timeline) ?? { kinds: [], asked: [], asks: new Map() };
  ASKING.set(timeline, asking);
  const end = Math.min(position, timeline.beats.length - 1);
  for (let at = asking.kinds.length; at <= end; at += 1)
    asking.kinds.push(plan(momentAt(timeline, at), asking));
  return asking.kinds[position] ?? [];
}

function plan(moment: Moment | null, { asked, asks }: Asking): readonly KindOfPrediction[] {
  const ranked = moment === null ? [] : rank(moment, asked, asks);
  const [best] = ranked;
  if (moment === null || best === undefined) return [];
  asked.push(best.kind);
  count(asks, sortOf(moment));
  count(asks, `${best.kind} ${sortOf(moment)}`);
  return ranked.map(({ kind }) => kind);
}

function count(asks: Map<string, number>, key: string): void {
  asks.set(key, (asks.get(key) ?? 0) + 1);
}

interface Ranked {
  readonly kind: KindOfPrediction;
  readonly worth: number;
}

function rank(
  moment: Moment,
  asked: readonly KindOfPrediction[],
  asks: ReadonlyMap<string, number>,
): readonly Ranked[] {
  const sort = sortOf(moment);
  if ((asks.get(sort) ?? 0) >= MOST_OF_A_SORT) return [];
  return worths(moment)
    .map(({ kind, worth }) => {
      const since = asked.length - asked.lastIndexOf(kind);
      const freshness = asked.includes(kind) ? Math.min(since, 5) * 0.4 : 2;
      return { kind, worth: worth + freshness - 2 * (asks.get(`${kind} ${sort}`) ?? 0) };
    })
    .filter(({ worth }) => worth > 1.5)
    .toSorted((one, other) => other.worth - one.worth);
}

/** What fits the beat at all. */
function worths(moment: Moment): readonly Ranked[] {
  const { trigger } = moment;
  const found: Ranked[] = [];
  const add = (kind: KindOfPrediction, worth: number) => found.push({ kind, worth });
  if (isSegmentKnowable(moment)) add("segment", segmentWorth(moment));
  if (isStateKnowable(moment)) add("state", 3.5);
  if (isReturnWorthAsking(moment)) add("return", 3);
  if (areRowsWorthAsking(moment)) add("rows", trigger.kind === "call" ? 2.5 : 3);
  if (isNumberKnowable(moment)) add("number", 3);
  if (trigger.kind === "call" && trigger.call.name === "accept") add("port", 4.5);
  return found;
}

/** The answer to a SYN is the heart of the matter; that an ACK is not answered is worth one question. */
function segmentWorth(moment: Moment): number {
  const { trigger, beat } = moment;
  const isSynAnswered = trigger.kind === "arrival" && packetWords(trigger.packet) === "SYN";
  if (isSynAnswered) return 5.5;
  return effectsOf(beat, "sent").length > 0 || isUnexpectedSilence(moment) ? 4 : 1.5;
}

/** A SYN that nobody answers, a close that sends nothing, a call that opens nothing. */
function isUnexpectedSilence({ trigger }: Moment): boolean {
  if (trigger.kind === "call") return ["close", "shutdown", "connect"].includes(trigger.call.name);
  if (trigger.kind === "arrival") {
    const { packet } = trigger;
    return packet.kind !== "tcp" || packet.flags.syn || packet.flags.rst;
  }
  return false;
}

/** What happens, without the ends' names and numbers: the same for every connection that is opened. */
function sortOf({ trigger, beat }: Moment): string {
  const cause =
    trigger.kind === "call"
      ? `call ${trigger.call.name}`
      : trigger.kind === "timer"
        ? `timer ${trigger.timer}`
        : `arrival ${sortOfPacket(packetWords(trigger.packet))}`;
  const outcome = beat.effects.flatMap((effect) => {
    switch (effect.kind) {
      case "sent":
        return [`sends ${sortOfPacket(packetWords(effect.packet))}`];
      case "state":
        return [effect.to];
      case "returned":
        return [effect.result.errno ?? (effect.result.value === "" ? "end of file" : "returns")];
      case "blocked":
      case "dropped":
      case "discarded":
        return [effect.kind];
      default:
        return [];
    }
  });
  return [cause, ...outcome].join(" ");
}

const sortOfPacket = (words: string) => words.replaceAll(/\d+/g, "n");
