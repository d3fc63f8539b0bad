/**
 * Which segments of a capture are sent again, as an analyser tells from the outside: a segment that takes sequence
 * numbers (data, SYN or FIN) of which the same sender was already seen to send the first. A segment that the wire
 * lost before the capturing host is not seen, so its repetition there is the first; one that was overtaken is late, not
 * sent again. Numbers are compared modulo 2^32 (RFC 9293 §3.4).
 */
import type { CapturedPacket } from "./capture.ts";
import { type PacketEnd, segmentLength, type TcpSegment } from "./packet.ts";

/** One answer a packet, in the capture's order; false for everything that is not TCP. */
export function retransmissions(capture: readonly CapturedPacket[]): readonly boolean[] {
  const senders = new Map<string, Seen>();
  return capture.map(({ packet }) => packet.kind === "tcp" && isAgain(packet, senders));
}

/** What a sender was seen to send: numbers from its SYN's on, counted from there. */
interface Seen {
  readonly origin: number;
  readonly ranges: readonly Range[];
}

/** From the first number to the one behind the last. */
type Range = readonly [from: number, to: number];

const endText = ({ address, port }: PacketEnd) => `${address}.${port}`;

function isAgain(segment: TcpSegment, senders: Map<string, Seen>): boolean {
  const length = segmentLength(segment);
  if (length === 0 || segment.flags.rst) return false;
  const sender = `${endText(segment.from)} > ${endText(segment.to)}`;
  const known = senders.get(sender);
  // A SYN of another number begins a new connection.
  const isNew = known === undefined || (segment.flags.syn && segment.seq !== known.origin);
  const seen: Seen = isNew ? { origin: segment.seq, ranges: [] } : known;
  const from = (segment.seq - seen.origin) | 0;
  const isSeen = seen.ranges.some((range) => range[0] <= from && from < range[1]);
  senders.set(sender, { ...seen, ranges: joined(seen.ranges, [from, from + length]) });
  return isSeen;
}

/** Ranges that touch become one: of a connection without gaps there is one in all. */
function joined(ranges: readonly Range[], [from, to]: Range): readonly Range[] {
  const touches = (range: Range) => range[0] <= to && from <= range[1];
  const touching = ranges.filter(touches);
  return [
    ...ranges.filter((range) => !touches(range)),
    [
      Math.min(from, ...touching.map((range) => range[0])),
      Math.max(to, ...touching.map((range) => range[1])),
    ],
  ];
}
