/** The first, second and fourth check of RFC 9293 §3.10.7.4: sequence number, RST, SYN. */
import { type TcpSegment, segmentLength } from "./packet.ts";
import { type Reason, because } from "./reason.ts";
import { add, distance, inWindow, isBefore } from "./sequence.ts";
import { challenge, mayAnswer } from "./tcp-challenge.ts";
import type { Connection } from "./tcp-connection.ts";
import { end, endByReset } from "./tcp-end.ts";
import { sendSynAck } from "./tcp-handshake.ts";
import { refuse, sendAck } from "./tcp-segments.ts";
import { isOld, noteStamp, wasOld } from "./tcp-stamps.ts";
import { restart } from "./tcp-time-wait.ts";
import { backedOff } from "./tcp-timing.ts";
import type { Tcb } from "./world.ts";

/** A segment of which only what is new and in the window is left. */
export interface TrimmedSegment extends TcpSegment {
  /** It took numbers, and all of them were there before. */
  readonly isRepeated: boolean;
}

const FIRST = "RFC 9293 §3.10.7.4, first check";
const SECOND = "RFC 9293 §3.10.7.4, second check";
const FOURTH = "RFC 9293 §3.10.7.4, fourth check";

const STRAY_RESET = because(
  FIRST,
  "The reset's number lies outside of the window: it may be forged, and is dropped in silence.",
);

/** First: is the segment one that is awaited? Null where it is dropped. */
export function checkSequence(connection: Connection, segment: TcpSegment): TrimmedSegment | null {
  const { tcb, isLinux } = connection;
  const length = segmentLength(segment);
  if (wasOld(connection, segment)) return null;
  if (repeatsSynOfSimultaneousOpen(connection, segment))
    return { ...trimmed(tcb, withoutSyn(segment)), isRepeated: isLinux };
  if (isLinux ? isAcceptedByLinux(tcb, segment) : isAcceptable(tcb, segment)) {
    noteStamp(connection, segment);
    return trimmed(tcb, segment);
  }
  if (tcb.rcvWnd === 0 && segment.seq === tcb.rcvNxt) {
    const why = because(
      FIRST,
      "The window is shut, so the data is not taken; the acknowledgment in the segment is.",
    );
    if (!segment.flags.rst && length > 0) sendAck(connection, why);
    return { ...trimmed(tcb, segment), isRepeated: false };
  }
  if (segment.flags.rst) {
    const { turn, host, id: socket } = connection;
    turn.note({ kind: "dropped", host, socket, what: "reset", why: STRAY_RESET });
    return null;
  }
  if (mayAnswer(connection, segment)) sendAck(connection, unawaited(tcb, segment));
  if (!isLinux && connection.state === "TIME-WAIT" && segment.flags.fin) restart(connection);
  return null;
}

/** Table 6 of the RFC. */
export function isAcceptable({ rcvNxt, rcvWnd }: Tcb, segment: TcpSegment): boolean {
  const length = segmentLength(segment);
  if (rcvWnd === 0) return length === 0 && segment.seq === rcvNxt;
  if (inWindow(segment.seq, rcvNxt, rcvWnd)) return true;
  return length > 0 && inWindow(add(segment.seq, length - 1), rcvNxt, rcvWnd);
}

/** Linux's tcp_sequence(): also what was acknowledged to nobody yet, and the very edge of the window. */
function isAcceptedByLinux({ rcvNxt, rcvTold, rcvWnd }: Tcb, segment: TcpSegment): boolean {
  const end = add(segment.seq, segmentLength(segment));
  return !isBefore(end, rcvTold) && !isBefore(add(rcvNxt, rcvWnd), segment.seq);
}

/** Figure 7 needs this: by the letter, the SYN-ACK of the other end lies before the window and would be dropped. */
function repeatsSynOfSimultaneousOpen({ state, tcb }: Connection, segment: TcpSegment): boolean {
  const { flags, seq, ack } = segment;
  return (
    state === "SYN-RECEIVED" &&
    tcb.opened === "active" &&
    flags.syn &&
    flags.ack &&
    !flags.rst &&
    seq === tcb.irs &&
    ack === tcb.sndNxt
  );
}

function unawaited(tcb: Tcb, segment: TcpSegment): Reason {
  return because(
    FIRST,
    isBefore(segment.seq, tcb.rcvNxt)
      ? "The segment's numbers were there before: the answer says what is awaited."
      : "The segment lies outside the window: the answer says what is awaited.",
  );
}

function withoutSyn(segment: TcpSegment): TcpSegment {
  return { ...segment, seq: add(segment.seq, 1), flags: { ...segment.flags, syn: false } };
}

/** Cuts off what lies before RCV.NXT and beyond the window (§3.10.7.4, the end of the first check). */
function trimmed({ rcvNxt, rcvWnd }: Tcb, segment: TcpSegment): TrimmedSegment {
  if (segment.flags.syn) return { ...segment, isRepeated: false };
  const { flags, seq: start } = segment;
  const old = Math.max(0, distance(start, rcvNxt));
  const seq = old > 0 ? rcvNxt : start;
  const fresh = segment.data.slice(old);
  const room = Math.max(0, distance(seq, add(rcvNxt, rcvWnd)));
  const data = fresh.slice(0, room);
  const fin =
    flags.fin &&
    old <= segment.data.length &&
    data.length === fresh.length &&
    (data.length < room || fresh.length === 0);
  const length = segmentLength(segment);
  const isRepeated = length > 0 && !isBefore(rcvNxt, add(segment.seq, length));
  return { ...segment, seq, data, flags: { ...flags, fin: fin && !isRepeated }, isRepeated };
}

/** Second: a reset, if it is meant for this connection (RFC 5961 §3). False where nothing is left to do. */
export function checkRst(connection: Connection, segment: TcpSegment): boolean {
  if (!segment.flags.rst) return true;
  const { tcb, isLinux, state } = connection;
  const isHalfOpen = state === "SYN-RECEIVED" && tcb.opened === "passive";
  if (segment.seq !== tcb.rcvNxt && !(isLinux && isHalfOpen)) {
    challenge(
      connection,
      because(
        `${SECOND}, RFC 5961 §3`,
        "The reset's number is not exactly the next one: it may be forged, so an ACK asks the other end whether it means it.",
      ),
    );
    return false;
  }
  if (isHalfOpen)
    end(
      connection,
      null,
      because(
        SECOND,
        "The connection is given up before it was one: the listener goes on listening.",
      ),
    );
  else
    endByReset(
      connection,
      because(
        SECOND,
        "The reset's number is exactly the next one: the other end broke the connection off.",
      ),
    );
  return false;
}

/** Fourth: a SYN inside a connection. False where nothing is left to do. */
export function checkSyn(connection: Connection, segment: TcpSegment): boolean {
  if (!segment.flags.syn) return true;
  const { state, tcb, isLinux, turn, host } = connection;
  if (state === "SYN-RECEIVED" && tcb.opened === "passive") {
    const why = because(FOURTH, "Another SYN, while the first is not done: back to listening.");
    if (isLinux) refuse(turn, host, segment, why);
    end(connection, null, why);
    return false;
  }
  challenge(
    connection,
    because(
      `${FOURTH}, RFC 5961 §4`,
      "A SYN inside a connection: perhaps the other end began anew, so an ACK asks it.",
    ),
  );
  return false;
}

const OLD_SYN = because(
  "RFC 7323 §5, Linux",
  "The SYN was sent before the one that was answered: it is an old one, and an ACK says what is awaited.",
);

/** Linux answers the same SYN with the same SYN-ACK (tcp_check_req); by the RFC the first check would send an ACK. */
export function retransmittedSyn(connection: Connection, segment: TcpSegment): boolean {
  const { tcb, state } = connection;
  const { flags, seq } = segment;
  const isPure = flags.syn && !flags.ack && !flags.rst && !flags.fin;
  if (state !== "SYN-RECEIVED" || tcb.opened !== "passive" || !isPure || seq !== tcb.irs)
    return false;
  if (isOld(connection, segment)) {
    if (mayAnswer(connection, segment)) sendAck(connection, OLD_SYN);
    return true;
  }
  if (mayAnswer(connection, segment)) {
    const why = because(
      "RFC 9293 §3.8.1, Linux",
      "The same SYN again: its answer may be lost, and is given again.",
    );
    sendSynAck(connection, why);
    connection.start("retransmission", backedOff(tcb.rto, tcb.retries), why);
  }
  return true;
}
