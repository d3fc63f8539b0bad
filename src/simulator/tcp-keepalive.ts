/**
 * Keepalive (RFC 9293 §3.8.4, RFC 1122 §4.2.3.6, tcp(7)): a connection that was quiet for long is asked with a segment
 * of an old number; who is there must answer. Off unless a program asks for it.
 */
import { because } from "./reason.ts";
import { add } from "./sequence.ts";
import { type Connection, SECOND } from "./tcp-connection.ts";
import { end } from "./tcp-end.ts";
import { hasMore } from "./tcp-output.ts";
import { sendAbort, sendSegment } from "./tcp-segments.ts";

const WHERE = "RFC 9293 §3.8.4";
const ON = because(
  WHERE,
  "SO_KEEPALIVE is on: a quiet connection will be asked whether the other end is there.",
);
const HEARD = because(
  "tcp(7), TCP_KEEPIDLE",
  "The other end was heard while the timer ran: it runs on until the connection was quiet for the whole time.",
);

/** For a connection that is established now. */
export function beginKeepAlive(connection: Connection): void {
  const { options } = connection.socket;
  if (options.keepAlive) connection.start("keepalive", options.keepIdle * SECOND, ON);
}

/** After setsockopt() of SO_KEEPALIVE or TCP_KEEPIDLE: Linux counts the idle time from now. */
export function keepAliveWasSet(connection: Connection): void {
  const { socket } = connection;
  if (socket.tcb === null || socket.state === "TIME-WAIT" || socket.state === "SYN-SENT") return;
  connection.stop("keepalive", because("tcp(7), SO_KEEPALIVE", "A program changed the option."));
  beginKeepAlive(connection);
}

export function keepAliveFires(connection: Connection): void {
  const { tcb, socket } = connection;
  const { keepIdle, keepInterval, keepCount, userTimeout } = socket.options;
  const quiet = connection.now - tcb.lastHeard;
  if (tcb.inFlight.length > 0 || hasMore(tcb))
    return connection.start("keepalive", keepIdle * SECOND, ON);
  if (quiet < keepIdle * SECOND)
    return connection.start("keepalive", keepIdle * SECOND - quiet, HEARD);
  const isOver =
    userTimeout > 0
      ? tcb.keepProbes > 0 && quiet >= userTimeout * 1000
      : tcb.keepProbes >= keepCount;
  if (isOver) {
    const why = because(WHERE, "Nobody answered any of the probes: the connection is given up.");
    sendAbort(connection, why);
    return end(connection, tcb.softError ?? "ETIMEDOUT", why);
  }
  const why = because(
    WHERE,
    "The connection was quiet for long: a segment with an old number asks for an answer.",
  );
  connection.change({ keepProbes: tcb.keepProbes + 1 });
  sendSegment(connection, { seq: add(tcb.sndNxt, -1), flags: { ack: true } }, why);
  connection.start("keepalive", keepInterval * SECOND, ON);
}
