/**
 * Timestamps (RFC 7323), as Linux uses them: a segment that was sent before the last one that was taken in its turn is
 * old, whatever its numbers say (PAWS, §5). Here every end's clock is the world's.
 */
import { type TcpSegment, segmentLength } from "./packet.ts";
import { because } from "./reason.ts";
import { isBefore } from "./sequence.ts";
import { mayAnswer } from "./tcp-challenge.ts";
import { type Connection, MILLISECOND } from "./tcp-connection.ts";
import { sendAck } from "./tcp-segments.ts";
import type { Micros, Tcb } from "./world.ts";

/** Linux counts milliseconds, and lets one pass (TCP_PAWS_WINDOW). */
const SLACK: Micros = 2 * MILLISECOND;

const OLD = because(
  "RFC 7323 §5",
  "The segment was sent before one that came earlier: it is an old one, and the answer says what is awaited.",
);

/** What a segment that is taken in its turn leaves behind. */
export function stamped(tcb: Partial<Tcb>, { stamp }: TcpSegment): Pick<Tcb, "recentStamp"> {
  return stamp === undefined || stamp.sent < (tcb.recentStamp ?? 0)
    ? {}
    : { recentStamp: stamp.sent };
}

/** What was not told to be received yet may still be overtaken. */
export function noteStamp(connection: Connection, segment: TcpSegment): void {
  const { tcb, isLinux } = connection;
  if (!isLinux || isBefore(tcb.rcvTold, segment.seq)) return;
  const change = stamped(tcb, segment);
  if (change.recentStamp !== undefined && change.recentStamp !== tcb.recentStamp)
    connection.change(change);
}

export function isOld({ isLinux, tcb }: Connection, { stamp }: TcpSegment): boolean {
  return isLinux && stamp !== undefined && (tcb.recentStamp ?? 0) - stamp.sent >= SLACK;
}

/** True where it was old and nothing is left to do (tcp_validate_incoming, tcp_disordered_ack_check). */
export function wasOld(connection: Connection, segment: TcpSegment): boolean {
  const { tcb, state } = connection;
  const { flags, seq, ack } = segment;
  if (!isOld(connection, segment) || flags.rst || flags.syn || state === "SYN-RECEIVED")
    return false;
  if (flags.ack && segmentLength(segment) === 0) {
    if (isBefore(seq, tcb.rcvNxt)) return true;
    if (seq === tcb.rcvNxt && ack === tcb.sndUna) return false;
  }
  if (mayAnswer(connection, segment)) sendAck(connection, OLD);
  return true;
}
