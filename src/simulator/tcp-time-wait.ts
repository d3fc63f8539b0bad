/**
 * TIME-WAIT, and FIN-WAIT-2 of a connection that no program has any more (RFC 9293 §3.6.1). RFC: 2 MSL, 4 minutes by
 * default. Linux: 60 seconds for either, whatever the MSL; and a later SYN may take a connection's place at once.
 */
import type { TcpSegment } from "./packet.ts";
import { segmentLength } from "./packet.ts";
import { type Reason, because } from "./reason.ts";
import { add, inWindow, isBefore } from "./sequence.ts";
import { type Connection, SECOND } from "./tcp-connection.ts";
import { end } from "./tcp-end.ts";
import { mayAnswer } from "./tcp-challenge.ts";
import { refuse, sendAck } from "./tcp-segments.ts";
import { isOld } from "./tcp-stamps.ts";
import { stopWatching } from "./tcp-timing.ts";
import type { Micros, Tcb } from "./world.ts";

const LINUX_TIME_WAIT = 60 * SECOND;

export function enterTimeWait(connection: Connection, why: Reason): void {
  connection.enter("TIME-WAIT", why);
  const over = because(
    "RFC 9293 §3.10.7.4, eighth check",
    "TIME-WAIT has one timer: the others are turned off.",
  );
  stopWatching(connection, over);
  for (const timer of ["keepalive", "fin-wait-2", "delayed-ack"] as const)
    connection.stop(timer, over);
  restart(connection);
  connection.wake(why);
}

export function timeWait({ isLinux, settings }: Connection): Micros {
  return isLinux ? LINUX_TIME_WAIT : 2 * settings.msl * SECOND;
}

/** Starts the wait anew, as a repeated FIN does. */
export function restart(connection: Connection): void {
  const why = connection.isLinux
    ? because("Linux, TCP_TIMEWAIT_LEN", "The end that closed first remembers for 60 seconds.")
    : because("RFC 9293 §3.6.1", "The end that closed first remembers for two segment lifetimes.");
  connection.start("time-wait", timeWait(connection), why);
}

/** Nobody will read any more, and the other end is slow to close: Linux does not wait for ever (tcp_fin_timeout). */
export function limitFinWait2(connection: Connection): void {
  if (!connection.isLinux) return;
  const why = because(
    "tcp(7), tcp_fin_timeout",
    "No program has this connection any more: it is not kept for ever.",
  );
  connection.start("fin-wait-2", connection.settings.tcp_fin_timeout * SECOND, why);
}

/**
 * A segment for a connection in TIME-WAIT, as Linux takes it (tcp_timewait_state_process). "new" where it is a SYN
 * that begins another connection: the old one is gone then.
 */
export function segmentInTimeWait(connection: Connection, segment: TcpSegment): "taken" | "new" {
  const { tcb } = connection;
  const { flags, seq } = segment;
  const length = segmentLength(segment);
  const isLate = isOld(connection, segment) && !flags.rst;
  if (!isLate && seq === tcb.rcvNxt && (length === 0 || flags.rst)) {
    if (!flags.rst) restart(connection);
    else
      end(connection, null, because("RFC 1337, Linux", "A reset ends TIME-WAIT before its time."));
    return "taken";
  }
  if (!isLate && flags.syn && !flags.rst && !flags.ack && isNewer(tcb, segment)) {
    end(
      connection,
      null,
      because("RFC 9293 §3.6.1, MAY-2", "A SYN with newer numbers opens the connection again."),
    );
    return "new";
  }
  if (flags.rst) return "taken";
  if (flags.ack || isLate) restart(connection);
  if (mayAnswer(connection, segment))
    sendAck(
      connection,
      because(
        "RFC 9293 §3.10.7.4, fifth check",
        "The other end did not hear the last ACK: it is sent again.",
      ),
    );
  return "taken";
}

/** By its number, or by its timestamp. */
function isNewer({ rcvNxt, recentStamp }: Tcb, { seq, stamp }: TcpSegment): boolean {
  return (
    isBefore(rcvNxt, seq) ||
    (recentStamp !== undefined && stamp !== undefined && stamp.sent > recentStamp)
  );
}

/** A segment for FIN-WAIT-2 that no program has any more, as Linux takes it. True where that was all. */
export function segmentForOrphan(connection: Connection, segment: TcpSegment): boolean {
  const { tcb } = connection;
  const { flags, seq } = segment;
  const length = segmentLength(segment);
  const last = add(seq, length);
  const isIn =
    length === 0
      ? inWindow(seq, tcb.rcvNxt, tcb.rcvWnd + 1)
      : inWindow(seq, tcb.rcvNxt, tcb.rcvWnd) || inWindow(last, add(tcb.rcvNxt, 1), tcb.rcvWnd);
  if (!isIn || (isOld(connection, segment) && !flags.rst)) {
    if (!flags.rst && mayAnswer(connection, segment))
      sendAck(
        connection,
        because("RFC 9293 §3.10.7.4, first check", "The segment is not one that is awaited."),
      );
    return true;
  }
  if (flags.rst) {
    end(
      connection,
      null,
      because(
        "RFC 9293 §3.10.7.4, second check",
        "A reset came: the other end broke the connection off.",
      ),
    );
    return true;
  }
  if (!flags.syn && (!flags.ack || length === 0)) return true;
  if (!flags.syn && flags.fin && last === add(tcb.rcvNxt, 1)) return false;
  const why = because(
    "RFC 1122 §4.2.2.13",
    "Data for a program that closed its socket: nobody could read it, so a reset says so.",
  );
  refuse(connection.turn, connection.host, segment, why);
  end(connection, null, why);
  return true;
}
