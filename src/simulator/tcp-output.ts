/**
 * Out of the send buffer into segments: as much as the window, the other end's MSS and slow start let go, the last
 * with PSH, a FIN when one is wanted and all before it went (RFC 9293 §3.7.4, §3.8.4, §3.10.4; RFC 5681). Simplified:
 * slow start never turns into congestion avoidance.
 */
import { type Reason, because } from "./reason.ts";
import { add, distance, isBefore, isBeforeOrAt } from "./sequence.ts";
import { dataSent } from "./tcp-acks.ts";
import { type Connection, firstInBuffer, unsent } from "./tcp-connection.ts";
import { sendSegment } from "./tcp-segments.ts";
import { watch } from "./tcp-timing.ts";
import type { InFlight, Tcb } from "./world.ts";

/** Sends what may be sent now, data and FIN. */
export function sendWaiting(connection: Connection): void {
  if (!mayCarryData(connection)) return;
  const wasIdle = connection.tcb.inFlight.length === 0;
  let sent = 0;
  while (sendNext(connection, sent)) sent += 1;
  const hasSent = sent > 0;
  const { tcb } = connection;
  if (hasSent) {
    const why = wasIdle
      ? because("RFC 6298 §5.1", "If no acknowledgment comes, the segment is sent again.")
      : because("RFC 6298 §5.1", "More is on its way, and is watched over as well.");
    if (wasIdle || !connection.isRunning("retransmission")) watch(connection, why);
  } else if (tcb.inFlight.length === 0 && hasMore(tcb)) {
    watch(connection, because("RFC 9293 §3.8.6.1", "Data waits for the other end's window."));
  }
}

/** Whether data or a FIN was not sent yet. */
export function hasMore(tcb: Tcb): boolean {
  return unsent(tcb) > 0 || (tcb.finWanted && tcb.finSeq === null);
}

function mayCarryData({ state }: Connection): boolean {
  return (
    state === "ESTABLISHED" ||
    state === "CLOSE-WAIT" ||
    state === "FIN-WAIT-1" ||
    state === "CLOSING" ||
    state === "LAST-ACK"
  );
}

/** One segment more, the `index`-th at once; false where none may go. */
function sendNext(connection: Connection, index: number, { isProbe = false } = {}): boolean {
  const { tcb, isLinux } = connection;
  const waiting = unsent(tcb);
  const isFinDue = tcb.finWanted && tcb.finSeq === null;
  if (waiting === 0 && !isFinDue) return false;
  const open = tcb.sndWnd - distance(tcb.sndUna, tcb.sndNxt);
  const room = isProbe ? open : Math.min(open, tcb.congestionWindow - onTheWay(tcb));
  const most = segmentSize(connection);
  const length = Math.min(waiting, most, Math.max(0, room));
  const hasFin = isFinDue && length === waiting && room > length;
  if (length === 0 && !hasFin) return false;
  if (!hasFin && !isProbe && isHeldBack(connection, length, waiting)) return false;
  const from = distance(firstInBuffer(tcb), tcb.sndNxt);
  const data = tcb.sendBuffer.slice(from, from + length);
  const seq = tcb.sndNxt;
  const isPushed = length > 0 && length === waiting;
  track(connection, {
    seq,
    length: length + (hasFin ? 1 : 0),
    at: connection.now,
    isResent: false,
    isPushed,
    isSacked: false,
  });
  if (length > 0 && length < most) connection.change({ smallUntil: add(seq, length) });
  if (hasFin) connection.change({ finSeq: add(seq, length) });
  if (length > 0) dataSent(connection);
  // Linux hands full segments to the interface in pairs, and marks the second of each; not when they go again.
  const endsPair = isLinux && length > 0 && index % 2 === 1;
  const flags = { ack: true, psh: isPushed || endsPair, fin: hasFin };
  sendSegment(connection, { seq, flags, data }, reasonFor(length, hasFin));
  return true;
}

/** Bytes that may still be on their way. */
function onTheWay({ inFlight }: Tcb): number {
  return inFlight.reduce((sum, { length, isSacked }) => sum + (isSacked ? 0 : length), 0);
}

function track(connection: Connection, sent: InFlight): void {
  const { inFlight } = connection.tcb;
  connection.change({ inFlight: [...inFlight, sent], sndNxt: add(sent.seq, sent.length) });
}

function reasonFor(length: number, hasFin: boolean): Reason {
  if (length === 0)
    return because(
      "RFC 9293 §3.10.4",
      "This end has nothing more to send, and says so with a FIN.",
    );
  return hasFin
    ? because("RFC 9293 §3.10.4", "The last of the data goes out, and the FIN with it.")
    : because("RFC 9293 §3.10.2", "The program's data goes out as far as the window lets it.");
}

/** Linux sends at most half of the largest window there was, so that two fit (tcp_bound_to_half_wnd). */
function segmentSize({ tcb, isLinux }: Connection): number {
  const { mss, maxSndWnd } = tcb;
  if (!isLinux || maxSndWnd === 0) return mss;
  const half = maxSndWnd > 536 ? maxSndWnd >> 1 : maxSndWnd;
  return Math.min(mss, Math.max(half, 36));
}

/**
 * Little segments wait while something is unacknowledged (Nagle, RFC 9293 §3.7.4); in Linux only while an earlier
 * little one is. What the window cut short waits for more window (§3.8.6.2.1).
 */
function isHeldBack(connection: Connection, length: number, waiting: number): boolean {
  const { tcb, isLinux, socket } = connection;
  if (length === segmentSize(connection)) return false;
  if (length < waiting) return tcb.inFlight.length > 0 && length < tcb.maxSndWnd / 2;
  if (socket.options.noDelay || tcb.finWanted) return false;
  if (!isLinux) return tcb.inFlight.length > 0;
  return tcb.smallUntil !== null && isBefore(tcb.sndUna, tcb.smallUntil);
}

/** Sends the oldest segment in flight again, with what fits beside it of those after it. */
export function retransmitFirst(connection: Connection, why: Reason): void {
  const at = connection.tcb.inFlight.findIndex(({ isSacked }) => !isSacked);
  if (at !== -1) retransmitAt(connection, at, why);
}

export function retransmitAt(connection: Connection, index: number, why: Reason): void {
  const { inFlight, mss } = connection.tcb;
  const first = inFlight[index];
  if (first === undefined) return;
  let { length, isPushed } = first;
  let joined = 0;
  if (!isSyn(connection, first.seq)) {
    for (const next of inFlight.slice(index + 1)) {
      if (next.isSacked || length + next.length > mss) break;
      length += next.length;
      isPushed ||= next.isPushed;
      joined += 1;
    }
  }
  const again = { ...first, length, isPushed, at: connection.now, isResent: true };
  connection.change({ inFlight: inFlight.toSpliced(index, 1 + joined, again) });
  sendAgain(connection, again, why);
}

/** The tail loss probe: the last segment again, or a new one if there is one (RFC 8985 §7.3). */
export function probeTail(connection: Connection, why: Reason): void {
  const { inFlight } = connection.tcb;
  const last = inFlight.at(-1);
  if (last === undefined) return;
  connection.change({ isTailProbed: true });
  if (sendNext(connection, 0, { isProbe: true })) return;
  const again = { ...last, at: connection.now, isResent: true };
  connection.change({ inFlight: [...inFlight.slice(0, -1), again] });
  sendAgain(connection, again, why);
}

/** A window probe: Linux repeats an old number without data, RFC 9293 §3.8.6.1 sends a byte of new data. */
export function probeWindow(connection: Connection, why: Reason): void {
  const { tcb } = connection;
  if (connection.isLinux) {
    return sendSegment(connection, { seq: add(tcb.sndUna, -1), flags: { ack: true } }, why);
  }
  if (tcb.inFlight.length > 0) return retransmitFirst(connection, why);
  const at = distance(firstInBuffer(tcb), tcb.sndNxt);
  const data = tcb.sendBuffer.slice(at, at + 1);
  const seq = tcb.sndNxt;
  track(connection, {
    seq,
    length: 1,
    at: connection.now,
    isResent: true,
    isPushed: false,
    isSacked: false,
  });
  sendSegment(connection, { seq, flags: { ack: true }, data }, why);
}

function isSyn({ tcb }: Connection, seq: number): boolean {
  return !tcb.isSynAcked && seq === tcb.iss;
}

function sendAgain(connection: Connection, { seq, length, isPushed }: InFlight, why: Reason): void {
  const { tcb } = connection;
  const from = distance(firstInBuffer(tcb), seq);
  const end = add(seq, length);
  const fin = tcb.finSeq !== null && isBefore(tcb.finSeq, end) && isBeforeOrAt(seq, tcb.finSeq);
  const data = tcb.sendBuffer.slice(Math.max(0, from), from + length - (fin ? 1 : 0));
  sendSegment(
    connection,
    {
      seq,
      flags: { ack: true, fin, psh: isPushed },
      data,
      isRetransmission: true,
    },
    why,
  );
}
