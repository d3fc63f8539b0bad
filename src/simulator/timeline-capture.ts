/** What a host saw go by in a run, for a capture: all it sent and all that arrived, in the order of their times. */
import type { CapturedPacket } from "./capture.ts";
import type { Timeline } from "./timeline.ts";
import type { HostName } from "./world.ts";

export function captureOf({ packets, beats }: Timeline, host: HostName): readonly CapturedPacket[] {
  const seen: { place: number; captured: CapturedPacket }[] = [];
  for (const { packet, from, to, sentAt, sentIn, end, copyOf } of packets) {
    // A copy is made by the wire: nobody sent it.
    if (from === host && copyOf === null)
      seen.push({ place: sentIn, captured: { at: sentAt, packet, direction: "out" } });
    // On loopback a capture sees each packet once.
    const isTaken = end.kind === "arrived" || end.kind === "discarded";
    if (isTaken && to === host && from !== host)
      seen.push({ place: end.in, captured: { at: end.at, packet, direction: "in" } });
  }
  // Within a beat what arrived comes before its answer.
  const order = ({ place, captured }: (typeof seen)[number]) =>
    place * 2 + (captured.direction === "in" ? 0 : 1);
  return beats.length === 0
    ? []
    : seen.sort((one, other) => order(one) - order(other)).map(({ captured }) => captured);
}
