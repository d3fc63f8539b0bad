/**
 * The numbers of a TCP segment explained: what in it takes a number, which comes next, what is acknowledged, and how
 * much room there is (RFC 9293 §3.4, §3.8.6; RFC 7323 §2). Relative numbers count from each side's own beginning.
 */
import type { TcpSegment } from "#simulator/packet";
import { segmentLength } from "#simulator/packet";
import type { PacketStory, Timeline } from "#simulator/timeline";
import { countOf } from "./names.model.ts";
import type { Numbering } from "./settings.model.ts";

export interface NumbersFrame {
  readonly rows: readonly NumberRow[];
  /** "SYN" 1, "5 bytes" 5, "FIN" 1: what takes numbers, in order. Empty where nothing does. */
  readonly takes: readonly { readonly what: string; readonly count: number }[];
  readonly takesWords: string;
  readonly window: string;
  readonly options: readonly string[];
}

export interface NumberRow {
  readonly name: string;
  /** Counted from the side's own initial sequence number. */
  readonly relative: string;
  readonly wire: string;
  readonly words: string;
}

export function numbersOf(
  timeline: Timeline,
  story: PacketStory,
  segment: TcpSegment,
  numbering: Numbering,
): NumbersFrame {
  const sender = hostOf(story.report.from);
  const receiver = hostOf(story.report.to);
  const seq = story.report.seq ?? 0;
  const length = segmentLength(segment);
  const shown = (relative: number, wire: number) =>
    String(numbering === "wire" ? wire >>> 0 : relative);
  const next = shown(seq + length, segment.seq + length);
  return {
    rows: [
      {
        name: "Sequence number",
        relative: String(seq),
        wire: String(segment.seq),
        words: seqWords(segment, shown(seq, segment.seq), sender),
      },
      ...ackRows(story, segment, sender, receiver, shown),
      ...initialRows(timeline, story, segment, sender, receiver),
    ],
    takes: takesOf(segment),
    takesWords:
      length === 0
        ? `Nothing in it takes a number: ${next} is still free.`
        : `Together ${length === 1 ? "one number" : `${length} numbers`}: the next that follows is ${next}.`,
    window: windowWords(timeline, story, segment, sender),
    options: optionWords(segment, story, sender),
  };
}

/** "A" of "A:40000"; an address stays whole. */
const hostOf = (end: string) => end.replace(/:\d+$/, "");

function takesOf({ flags, data }: TcpSegment): NumbersFrame["takes"] {
  return [
    ...(flags.syn ? [{ what: "SYN", count: 1 }] : []),
    ...(data === "" ? [] : [{ what: countOf(data.length), count: data.length }]),
    ...(flags.fin ? [{ what: "FIN", count: 1 }] : []),
  ];
}

function seqWords(segment: TcpSegment, seq: string, sender: string): string {
  const { flags, data } = segment;
  if (flags.syn) return `The SYN itself is number ${seq}: ${sender} begins to count here.`;
  if (data !== "") return `The first byte of data here is number ${seq} of what ${sender} sends.`;
  if (flags.fin) return `The FIN itself is number ${seq}: the last that ${sender} sends.`;
  return `No byte here has this number. ${sender}'s next one will be number ${seq}.`;
}

function ackRows(
  { report }: PacketStory,
  segment: TcpSegment,
  sender: string,
  receiver: string,
  shown: (relative: number, wire: number) => string,
): readonly NumberRow[] {
  if (!segment.flags.ack)
    return [
      {
        name: "Acknowledgment number",
        relative: "none",
        wire: String(segment.ack),
        words: `The ACK flag is off: ${sender} says nothing of what it has.`,
      },
    ];
  const ack = report.ack ?? 0;
  const wanted = shown(ack, segment.ack);
  const last = shown(ack - 1, segment.ack - 1) + (ack === 1 ? `, which is ${receiver}'s SYN` : "");
  return [
    {
      name: "Acknowledgment number",
      relative: String(ack),
      wire: String(segment.ack),
      words: segment.flags.rst
        ? `It answers what came up to number ${last} from ${receiver}.`
        : `“I have everything of ${receiver}'s up to number ${last}; next I want number ${wanted}.”`,
    },
  ];
}

/** What both sides count from, as far as this run shows it. */
function initialRows(
  timeline: Timeline,
  story: PacketStory,
  segment: TcpSegment,
  sender: string,
  receiver: string,
): readonly NumberRow[] {
  const row = (whose: string, syn: TcpSegment | null): readonly NumberRow[] =>
    syn === null
      ? []
      : [
          {
            name: `${whose}'s initial number`,
            relative: "0",
            wire: String(syn.seq),
            words: `The number of ${whose}'s SYN. ${whose} chose it; relative numbers count from it.`,
          },
        ];
  const { own, other } = synsOf(timeline, story, segment);
  return [...row(sender, own), ...row(sender === receiver ? "the other end" : receiver, other)];
}

/** The SYNs that opened both directions, up to this segment; the latest of each. */
function synsOf({ packets }: Timeline, { id }: PacketStory, { from, to }: TcpSegment) {
  const isEnd = (one: TcpSegment["from"], two: TcpSegment["from"]) =>
    one.address === two.address && one.port === two.port;
  let own: TcpSegment | null = null;
  let other: TcpSegment | null = null;
  for (const { id: each, packet } of packets) {
    if (each > id || packet.kind !== "tcp" || !packet.flags.syn) continue;
    if (isEnd(packet.from, from) && isEnd(packet.to, to)) own = packet;
    if (isEnd(packet.from, to) && isEnd(packet.to, from)) other = packet;
  }
  return { own, other };
}

function windowWords(
  timeline: Timeline,
  story: PacketStory,
  segment: TcpSegment,
  sender: string,
): string {
  const { window, flags } = segment;
  if (flags.rst) return "The window says nothing in a reset.";
  const { own, other } = synsOf(timeline, story, segment);
  const isScaled =
    !flags.syn &&
    own?.options.windowScale !== undefined &&
    other?.options.windowScale !== undefined;
  const shift = isScaled ? (own.options.windowScale ?? 0) : 0;
  const room = window * 2 ** shift;
  if (room === 0) return `The window is 0: ${sender} has no room, and takes no data now.`;
  const sum = shift === 0 ? String(window) : `${window} × ${2 ** shift} = ${room}`;
  const more = flags.syn ? " A SYN's window is never scaled." : "";
  return `The window is ${sum}: ${sender} has room for ${countOf(room)}.${more}`;
}

function optionWords(
  { options, ack, flags }: TcpSegment,
  { report }: PacketStory,
  sender: string,
): readonly string[] {
  const { mss, windowScale, sackPermitted, timestamps, sack } = options;
  const relative = (wire: number) => ((wire - ack) | 0) + (report.ack ?? 0);
  const ranges = (sack ?? []).map(([from, end]) => `${relative(from)} to ${relative(end) - 1}`);
  return [
    ...(mss === undefined
      ? []
      : [`MSS ${mss}: ${sender} takes at most ${mss} bytes of data in one segment.`]),
    ...(windowScale === undefined
      ? []
      : [
          `Window scale ${windowScale}: after the handshake ${sender}'s windows count in units of ${2 ** windowScale} bytes, if both ends offer this.`,
        ]),
    ...(sackPermitted === true
      ? [`SACK permitted: ${sender} can be told which data arrived beyond a gap.`]
      : []),
    ...(timestamps === true && flags.syn
      ? [`Timestamps: offered. They are left out of the bytes shown here.`]
      : []),
    ...(ranges.length === 0
      ? []
      : [
          `SACK: the numbers ${ranges.join(" and ")} arrived, and something before them is missing. It is left out of the bytes shown here.`,
        ]),
  ];
}
