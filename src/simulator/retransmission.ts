/**
 * Which segments of a capture are sent again, as an analyser tells from the outside: a segment that takes sequence
 * numbers (data, SYN or FIN) of which the same sender was already seen to send the last. A segment that the wire
 * lost before the capturing host is not seen, so its repetition there is the first.
 */
import type { CapturedPacket } from "./capture.ts";
import { type PacketEnd, segmentLength, type TcpSegment } from "./packet.ts";

/** One answer a packet, in the capture's order; false for everything that is not TCP. */
export function retransmissions(capture: readonly CapturedPacket[]): readonly boolean[] {
  const next = new Map<string, number>();
  return capture.map(({ packet }) => packet.kind === "tcp" && isAgain(packet, next));
}

const endText = ({ address, port }: PacketEnd) => `${address}.${port}`;

/** `next` holds what follows the highest sequence number seen, for each sender of each connection. */
function isAgain(segment: TcpSegment, next: Map<string, number>): boolean {
  const length = segmentLength(segment);
  if (length === 0 || segment.flags.rst) return false;
  const sender = `${endText(segment.from)} > ${endText(segment.to)}`;
  const end = (segment.seq + length) >>> 0;
  const highest = next.get(sender);
  // A SYN of other numbers begins a new connection.
  const isNew =
    highest === undefined ||
    (segment.flags.syn && highest !== end) ||
    // RFC 9293 §3.4: compared modulo 2^32.
    ((end - highest) | 0) > 0;
  if (isNew) next.set(sender, end);
  return !isNew;
}
