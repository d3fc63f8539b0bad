/** A segment for a connection in SYN-SENT (RFC 9293 §3.10.7.3), check by check. */
import { get } from "./int-table.ts";
import { type TcpSegment, segmentLength } from "./packet.ts";
import { type Reason, because } from "./reason.ts";
import { add, isBefore, isBeforeOrAt } from "./sequence.ts";
import { takeAck } from "./tcp-check-ack.ts";
import { takeTextAndFin } from "./tcp-check-text.ts";
import { type Connection, MILLISECOND } from "./tcp-connection.ts";
import { endByReset } from "./tcp-end.ts";
import { sendSynAck, synArrived } from "./tcp-handshake.ts";
import { beginKeepAlive } from "./tcp-keepalive.ts";
import { hasMore } from "./tcp-output.ts";
import { refuse, sendAck } from "./tcp-segments.ts";
import { stamped } from "./tcp-stamps.ts";
import { watch } from "./tcp-timing.ts";
import { agreed } from "./tcp-window.ts";

const WHERE = "RFC 9293 §3.10.7.3";

export function segmentForSynSent(connection: Connection, segment: TcpSegment): void {
  if (segment.flags.ack && !isAckOfSyn(connection, segment)) return;
  if (segment.flags.rst) return reset(connection, segment);
  if (!segment.flags.syn) return;
  synComes(connection, segment);
}

/** First: does it acknowledge our SYN? */
function isAckOfSyn(connection: Connection, segment: TcpSegment): boolean {
  const { tcb, turn, host, isLinux } = connection;
  if (isBefore(tcb.sndUna, segment.ack) && isBeforeOrAt(segment.ack, tcb.sndNxt)) return true;
  if (isLinux && tcb.retries === 0) {
    const why = because(
      "Linux tcp_rcv_synsent_state_process",
      "The other end remembers an older connection: once the reset cleared that, the SYN goes again at once.",
    );
    connection.start("retransmission", 8 * MILLISECOND, why);
  }
  refuse(
    turn,
    host,
    segment,
    because(
      `${WHERE}, first check`,
      "It acknowledges what this connection never sent: the answer is a reset.",
    ),
  );
  return false;
}

/** Second: the other end refuses. Only one that acknowledges our SYN is believed. */
function reset(connection: Connection, segment: TcpSegment): void {
  if (!segment.flags.ack) return;
  endByReset(
    connection,
    because(
      `${WHERE}, second check`,
      "The answer to our SYN is a reset: nobody takes connections there.",
    ),
  );
}

/** Fourth: the other end's SYN, with an acknowledgment of ours or crossing it on the way. */
function synComes(connection: Connection, segment: TcpSegment): void {
  const { isLinux } = connection;
  const options = agreed(connection, segment.options);
  connection.change({
    ...synArrived(segment),
    ...options,
    ...stamped({}, segment),
    congestionWindow: 10 * options.mss,
    lastHeard: connection.now,
  });
  if (!segment.flags.ack) return crossed(connection);
  takeAck(connection, segment);
  const why = because(
    `${WHERE}, fourth check`,
    "Our SYN is acknowledged, and the other end's came with it: the connection is established.",
  );
  connection.enter("ESTABLISHED", why);
  beginKeepAlive(connection);
  connection.wake(why);
  const rest = { ...segment, seq: add(segment.seq, 1), flags: { ...segment.flags, syn: false } };
  if (hasMore(connection.tcb) || segmentLength(rest) > 0) {
    connection.change({ isAckOwed: true });
    takeTextAndFin(connection, { ...rest, isRepeated: false });
    if (connection.socket.tcb === null || !connection.tcb.isAckOwed) return;
  }
  if (isLinux && hasSendWaiting(connection)) return oweWithData(connection, why);
  sendAck(connection, why);
}

/** A program waits to send: the acknowledgment goes with its data, which is sent when this turn is over. */
function oweWithData(connection: Connection, why: Reason): void {
  connection.change({ isAckOwed: true });
  connection.start("delayed-ack", 40 * MILLISECOND, why);
}

function hasSendWaiting({ turn, host, socket }: Connection): boolean {
  return socket.waiting.some((id) => get(turn.host(host).pending, id)?.call.name === "send");
}

function crossed(connection: Connection): void {
  const why = because(
    `${WHERE}, fourth check`,
    "The other end's SYN crossed ours: both open at once.",
  );
  connection.enter("SYN-RECEIVED", why);
  sendSynAck(connection, why);
  watch(connection, why);
}
