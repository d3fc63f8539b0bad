/** The fifth check of RFC 9293 §3.10.7.4: the ACK field, by state; and what an acknowledgment means for what was sent. */
import type { TcpSegment } from "./packet.ts";
import { because } from "./reason.ts";
import { add, distance, isBefore, isBeforeOrAt } from "./sequence.ts";
import { challenge } from "./tcp-challenge.ts";
import { type Connection, firstInBuffer } from "./tcp-connection.ts";
import { end } from "./tcp-end.ts";
import { beginKeepAlive } from "./tcp-keepalive.ts";
import { queueForAccept } from "./tcp-listen.ts";
import { countDuplicate, delivered, findLosses, takeSack } from "./tcp-loss.ts";
import { retransmitFirst } from "./tcp-output.ts";
import { refuse } from "./tcp-segments.ts";
import { enterTimeWait, limitFinWait2, restart } from "./tcp-time-wait.ts";
import { measured, watch } from "./tcp-timing.ts";
import type { InFlight, Tcb } from "./world.ts";

const FIFTH = "RFC 9293 §3.10.7.4, fifth check";

/** False where the segment is dropped. */
export function checkAck(connection: Connection, segment: TcpSegment): boolean {
  if (!segment.flags.ack) return false;
  if (connection.state === "SYN-RECEIVED" && !becomesEstablished(connection, segment)) return false;
  if (!isPlausible(connection, segment)) return false;
  takeAck(connection, segment);
  return afterAck(connection);
}

function becomesEstablished(connection: Connection, segment: TcpSegment): boolean {
  const { tcb, turn, host } = connection;
  if (!isBefore(tcb.sndUna, segment.ack) || !isBeforeOrAt(segment.ack, tcb.sndNxt)) {
    refuse(
      turn,
      host,
      segment,
      because(FIFTH, "The acknowledgment is not of this connection's SYN: the answer is a reset."),
    );
    return false;
  }
  if (tcb.opened === "passive" && !queueForAccept(connection, segment)) return false;
  const why = because(FIFTH, "Our SYN is acknowledged: the connection is established.");
  const sndWnd = windowIn(segment, tcb);
  connection.change({
    sndWnd,
    maxSndWnd: Math.max(tcb.maxSndWnd, sndWnd),
    sndWl1: segment.seq,
    sndWl2: segment.ack,
  });
  connection.enter("ESTABLISHED", why);
  beginKeepAlive(connection);
  connection.wake(why);
  return true;
}

/** RFC 5961 §5: neither far older than what was sent, nor of what was never sent. */
function isPlausible(connection: Connection, segment: TcpSegment): boolean {
  const { tcb } = connection;
  if (isBefore(tcb.sndNxt, segment.ack)) {
    const why = because(FIFTH, "It acknowledges what was never sent: the answer says what was.");
    challenge(connection, why);
    return false;
  }
  if (isBefore(segment.ack, add(tcb.sndUna, -tcb.maxSndWnd))) {
    challenge(
      connection,
      because(
        `${FIFTH}, RFC 5961 §5`,
        "It acknowledges what is long past: it may be forged, so an ACK asks the other end what holds.",
      ),
    );
    return false;
  }
  return true;
}

/** Takes what is acknowledged off the retransmission queue and moves the window. */
export function takeAck(connection: Connection, segment: TcpSegment): void {
  const before = connection.tcb;
  const isNew = isBefore(before.sndUna, segment.ack);
  if (isNew) advance(connection, segment);
  const hasNews = takeSack(connection, segment);
  moveWindow(connection, segment);
  const after = connection.tcb;
  if (isNew) afterNewAck(connection, before);
  else if (!usesSack(after, connection) && isDuplicate(before, after, segment))
    countDuplicate(connection);
  if (isNew || hasNews) findLosses(connection);
  if (after.windowProbes > 0 && after.sndWnd > 0) connection.change({ windowProbes: 0 });
  const why = because("RFC 6298 §5.3", "An acknowledgment came: the timeout begins anew.");
  if (isNew || (before.sndWnd === 0) !== (after.sndWnd === 0)) watch(connection, why);
}

function usesSack({ peerOptions }: Tcb, { isLinux }: Connection): boolean {
  return isLinux && peerOptions.sackPermitted === true;
}

function advance(connection: Connection, { ack, stamp }: TcpSegment): void {
  const { tcb, isLinux, now } = connection;
  const gone = tcb.inFlight.filter(({ seq, length }) => isBeforeOrAt(add(seq, length), ack));
  const rest = tcb.inFlight.slice(gone.length).map((sent) => withoutOld(sent, ack));
  delivered(connection, gone);
  // Karn: of what was sent twice, only a timestamp tells which one was acknowledged.
  const timed =
    gone.find(({ isResent }) => !isResent)?.at ?? (gone.length > 0 ? stamp?.echoed : null);
  const isFinAcked = tcb.finSeq !== null && isBefore(tcb.finSeq, ack);
  const acked = Math.max(0, distance(firstInBuffer(tcb), ack) - (isFinAcked ? 1 : 0));
  connection.change({
    sndUna: ack,
    isSynAcked: true,
    inFlight: rest,
    sendBuffer: tcb.sendBuffer.slice(acked),
    congestionWindow: Math.min(2 ** 24, tcb.congestionWindow + Math.min(acked, 2 * tcb.mss)),
    retries: 0,
    retryingSince: null,
    duplicateAcks: 0,
    isTailProbed: false,
    ...(timed != null && measured(tcb, now - timed, isLinux)),
  });
}

function withoutOld(sent: InFlight, ack: number): InFlight {
  const old = Math.max(0, distance(sent.seq, ack));
  return old === 0 ? sent : { ...sent, seq: ack, length: sent.length - old };
}

/** Bytes. A segment with SYN is from before both ends know that windows are shifted (RFC 7323 §2.2). */
const windowIn = ({ window, flags }: TcpSegment, { sndScale }: Tcb): number =>
  flags.syn ? window : window * 2 ** sndScale;

function moveWindow(connection: Connection, segment: TcpSegment): void {
  const { tcb } = connection;
  const { seq, ack } = segment;
  if (isBefore(ack, tcb.sndUna)) return;
  const isNewer =
    isBefore(tcb.sndWl1, seq) || (tcb.sndWl1 === seq && isBeforeOrAt(tcb.sndWl2, ack));
  if (!isNewer) return;
  const sndWnd = windowIn(segment, tcb);
  connection.change({
    sndWnd,
    maxSndWnd: Math.max(tcb.maxSndWnd, sndWnd),
    sndWl1: seq,
    sndWl2: ack,
  });
}

function afterNewAck(connection: Connection, before: Tcb): void {
  const { sndUna, recoverUntil } = connection.tcb;
  if (recoverUntil !== null) {
    if (isBefore(sndUna, recoverUntil)) {
      if (!usesSack(connection.tcb, connection))
        retransmitFirst(
          connection,
          because(
            "RFC 6582 §3.2",
            "More was lost than one segment: the next is sent again as well.",
          ),
        );
    } else connection.change({ recoverUntil: null });
  }
  if (before.sendBuffer.length > connection.tcb.sendBuffer.length) {
    connection.wake(
      because(
        "RFC 9293 §3.10.7.4, fifth check",
        "Data is acknowledged: there is room in the send buffer.",
      ),
    );
  }
}

function isDuplicate(before: Tcb, after: Tcb, { ack, data, flags }: TcpSegment): boolean {
  return (
    ack === before.sndUna &&
    data.length === 0 &&
    !flags.fin &&
    before.inFlight.length > 0 &&
    before.sndWnd === after.sndWnd
  );
}

/** What an acknowledged FIN means, by state. False where the connection needs nothing more of the segment. */
function afterAck(connection: Connection): boolean {
  const { tcb, state } = connection;
  const isFinAcked = tcb.finSeq !== null && isBefore(tcb.finSeq, tcb.sndUna);
  const why = because(
    FIFTH,
    "Our FIN is acknowledged: the other end knows that no more will come from here.",
  );
  switch (state) {
    case "FIN-WAIT-1":
      if (!isFinAcked) return true;
      connection.enter("FIN-WAIT-2", why);
      if (tcb.isOrphan) limitFinWait2(connection);
      connection.wake(why);
      return true;
    case "CLOSING":
      if (isFinAcked) enterTimeWait(connection, why);
      return true;
    case "LAST-ACK":
      if (!isFinAcked) return true;
      end(
        connection,
        null,
        because(FIFTH, "Our FIN is acknowledged, and the other end's came before: all is said."),
      );
      return false;
    case "TIME-WAIT":
      restart(connection);
      return true;
    default:
      return true;
  }
}
