/**
 * When to acknowledge. RFC profile: at once. Linux profile: at once for the first segments of a connection, for every
 * second full one and for anything out of order; else up to 40 ms later, so that the acknowledgment may go with data
 * (RFC 9293 §3.8.6.3 allows 500 ms; the numbers are Linux's TCP_ATO_MIN and TCP_DELACK_MIN, seen in recorded traces).
 */
import { type Reason, because } from "./reason.ts";
import { distance } from "./sequence.ts";
import { type Connection, MILLISECOND } from "./tcp-connection.ts";

/** Linux begins with so many acknowledgments at once (TCP_MAX_QUICKACKS). */
export const QUICK_ACKS = 16;
const DELAY = 40 * MILLISECOND;
/** A clock tick of Linux at 250 Hz: what is left of the delay where no data ever came in. */
const TICK = 4 * MILLISECOND;

export type AckTiming = "now" | "may wait";

/** A segment with an acknowledgment leaves: nothing is owed any more. */
export function acknowledged(connection: Connection): void {
  const { tcb } = connection;
  connection.stop(
    "delayed-ack",
    because("RFC 9293 §3.8.6.3", "The acknowledgment has left with this segment."),
  );
  if (!tcb.isAckOwed && tcb.rcvTold === tcb.rcvNxt && tcb.quickAcks === 0) return;
  connection.change({
    isAckOwed: false,
    rcvTold: tcb.rcvNxt,
    quickAcks: Math.max(0, tcb.quickAcks - 1),
  });
}

/** Data came in: Linux notes whether the ends talk in turns. */
export function dataArrived(connection: Connection, length: number): void {
  const { tcb } = connection;
  const isFirst = tcb.lastData === null;
  const wasLongAgo = tcb.lastData !== null && connection.now - tcb.lastData > tcb.rto;
  connection.change({
    lastData: connection.now,
    rcvMss: Math.max(tcb.rcvMss, length),
    ...((isFirst || wasLongAgo) && { quickAcks: QUICK_ACKS }),
  });
}

/** Data leaves: soon after data came in, it is an answer, and the next acknowledgments wait for answers. */
export function dataSent(connection: Connection): void {
  const { lastData, isInteractive } = connection.tcb;
  if (isInteractive || lastData === null || connection.now - lastData >= DELAY) return;
  connection.change({ isInteractive: true });
}

/** Owes the other end an acknowledgment and decides when it leaves; `send` sends it. */
export function oweAck(
  connection: Connection,
  timing: AckTiming,
  why: Reason,
  send: (why: Reason) => void,
): void {
  const { tcb } = connection;
  const isSecondFull = distance(tcb.rcvTold, tcb.rcvNxt) > tcb.rcvMss;
  const isQuick = tcb.quickAcks > 0 && !tcb.isInteractive;
  if (!connection.isLinux || timing === "now" || isSecondFull || isQuick) return send(why);
  connection.change({ isAckOwed: true });
  if (connection.isRunning("delayed-ack")) return;
  const waits = because(
    "RFC 9293 §3.8.6.3, Linux",
    "The acknowledgment may wait a little: perhaps it can go with data.",
  );
  connection.start("delayed-ack", tcb.lastData === null ? TICK : DELAY, waits);
}
