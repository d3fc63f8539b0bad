/**
 * The same loss on the three types of socket, on one clock: the first message leaves at the same time in all three. A
 * moment is something that can be seen in one of them at least; what prepares a socket is part of what comes next.
 */
import type { CallResult, SocketCall } from "#simulator/calls";
import type { Ladder } from "#simulator/ladder";
import { ladderOf } from "#simulator/ladder-of";
import { durationText } from "#simulator/ladder-words";
import type { CallStory, Timeline } from "#simulator/timeline";
import type { Micros } from "#simulator/world";

export interface ThreeTypesFrame {
  /** Since the earliest of them began. The first moment is before everything. */
  readonly moments: readonly { readonly at: Micros }[];
  readonly types: readonly TypeFrame[];
}

export interface TypeFrame {
  readonly id: string;
  /** Its rows are the frame's moments, so that three of them stand side by side. */
  readonly ladder: Ladder;
  readonly sent: readonly string[];
  /** In the order of the calls. */
  readonly receipts: readonly Receipt[];
}

/** What a call to receive gave B's program. */
export interface Receipt {
  /** The first moment at which the program has it. */
  readonly moment: number;
  readonly call: string;
  /** Bytes before the data that a raw socket is given with it: 0 elsewhere. */
  readonly header: string;
  /** Null where there was nothing, or no more. */
  readonly data: string | null;
}

export type Fate = "got" | "not yet" | "never came";

const SENDING: readonly SocketCall["name"][] = ["send", "sendto"];
const RECEIVING: readonly SocketCall["name"][] = ["recv", "recvfrom"];
const SHOWN: ReadonlySet<SocketCall["name"]> = new Set(["connect", ...SENDING, ...RECEIVING]);
/** RFC 791 §3.1: a header without options. */
const IP_HEADER = 20;
const FOLDED: Micros = 100_000;

export function threeTypesFrame(
  runs: readonly { readonly id: string; readonly timeline: Timeline }[],
): ThreeTypesFrame {
  const begins = runs.map(({ timeline }) => firstMessageAt(timeline));
  const latest = Math.max(...begins);
  const seen = runs.map(({ timeline }, run) => seenBeats(timeline, latest - begins[run]!));
  const moments = [...new Map(seen.flat().map((each) => [keyOf(each), each])).values()].sort(
    (one, other) => one.at - other.at || one.nth - other.nth,
  );
  const places = new Map(moments.map((each, index) => [keyOf(each), index + 1]));
  const times = [0, ...moments.map(({ at }) => at)];
  return {
    moments: times.map((at) => ({ at })),
    types: runs.map(({ id, timeline }, run) => {
      const momentOf = (beat: number): number => {
        const next = seen[run]!.find((each) => each.beat >= beat) ?? seen[run]!.at(-1);
        return next === undefined ? 0 : places.get(keyOf(next))!;
      };
      return {
        id,
        ladder: onMoments(timeline, momentOf, times),
        sent: timeline.calls.flatMap(({ call }) => ("data" in call ? [call.data] : [])),
        receipts: timeline.calls.flatMap((call) => receiptOf(call, momentOf)),
      };
    }),
  };
}

/** What has become of each message by then, as the receiving program sees it. */
export function fatesAt({ sent, receipts }: TypeFrame, moment: number): readonly Fate[] {
  const whatIs = (some: readonly Receipt[]): string => some.map(({ data }) => data).join("");
  const now = whatIs(receipts.filter((each) => each.moment <= moment));
  const isOver = receipts.every((each) => each.moment <= moment);
  return sent.map((message) => (now.includes(message) ? "got" : isOver ? "never came" : "not yet"));
}

function firstMessageAt({ calls, beats }: Timeline): Micros {
  const first = calls.find(({ call }) => SENDING.includes(call.name));
  return first === undefined ? 0 : (beats[first.madeIn]?.at ?? 0);
}

interface SeenBeat {
  readonly beat: number;
  readonly at: Micros;
  /** Among those of the same time, from 0. */
  readonly nth: number;
}

const keyOf = ({ at, nth }: SeenBeat): string => `${at} ${nth}`;

/** Beats in which something is drawn: a packet sent or arrived, a call that is shown, a timer. */
function seenBeats({ beats, calls, packets }: Timeline, later: Micros): readonly SeenBeat[] {
  const drawn = new Set([
    ...packets.flatMap(({ sentIn, end }) => (end.kind === "open" ? [sentIn] : [sentIn, end.in])),
    ...calls.filter(({ call }) => SHOWN.has(call.name)).map(({ madeIn }) => madeIn),
    ...beats.flatMap(({ effects }, beat) =>
      effects.some(({ kind }) => kind === "timer-fired") ? [beat] : [],
    ),
  ]);
  const seen: SeenBeat[] = [];
  for (const beat of [...drawn].sort((one, other) => one - other)) {
    const at = beats[beat]!.at + later;
    const last = seen.at(-1);
    seen.push({ beat, at, nth: last?.at === at ? last.nth + 1 : 0 });
  }
  return seen;
}

function onMoments(
  timeline: Timeline,
  momentOf: (beat: number) => number,
  times: readonly Micros[],
): Ladder {
  const ladder = ladderOf(timeline, null);
  const rowAt = (row: number): number => {
    const position = ladder.rowOfPosition.findIndex((reached) => reached >= row);
    return position <= 0 ? 0 : momentOf(position - 1);
  };
  const calls = new Map(timeline.calls.map(({ id, call }) => [id, call.name]));
  return {
    columns: ladder.columns,
    rows: times.map((at, index) => ({ at, wait: waitBetween(times[index - 1] ?? at, at) })),
    rowOfPosition: times.map((_, index) => index),
    arrows: ladder.arrows.map((arrow) => ({
      ...arrow,
      fromRow: rowAt(arrow.fromRow),
      toRow: rowAt(arrow.toRow),
    })),
    marks: ladder.marks
      .filter(({ kind, call }) =>
        call === null
          ? kind === "timer" || kind === "state"
          : SHOWN.has(calls.get(call) ?? "close"),
      )
      .map((mark) => ({ ...mark, row: rowAt(mark.row) })),
  };
}

function waitBetween(before: Micros, at: Micros): string | null {
  return at - before > FOLDED ? `${durationText(at - before)} later` : null;
}

function receiptOf(
  { call, returned }: CallStory,
  momentOf: (beat: number) => number,
): readonly Receipt[] {
  if (!RECEIVING.includes(call.name) || returned === null) return [];
  const data = dataOf(returned.result);
  const header = data !== null && isRawPacket(returned.result) ? data.slice(0, IP_HEADER) : "";
  return [
    {
      moment: momentOf(returned.in),
      call: `${call.name}()`,
      header,
      data: data?.slice(header.length) ?? null,
    },
  ];
}

function dataOf({ value, errno }: CallResult): string | null {
  if (errno !== null || value === null) return null;
  if (typeof value === "string") return value;
  return typeof value === "object" && "data" in value ? value.data : null;
}

/** A raw socket's sender has no port. */
function isRawPacket({ value }: CallResult): boolean {
  return value !== null && typeof value === "object" && "from" in value && value.from.port === 0;
}
