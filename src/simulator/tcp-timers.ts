/**
 * What happens when a connection's timer fires: retransmission with backoff and its end (RFC 6298, RFC 9293 §3.8.3;
 * tcp(7)'s tcp_syn_retries, tcp_synack_retries, tcp_retries2, tcp_orphan_retries), probes, and waits that are over.
 */
import { because } from "./reason.ts";
import { Connection, MILLISECOND } from "./tcp-connection.ts";
import { end } from "./tcp-end.ts";
import { sendSyn, sendSynAck } from "./tcp-handshake.ts";
import { keepAliveFires } from "./tcp-keepalive.ts";
import { findLosses } from "./tcp-loss.ts";
import { probeTail, probeWindow, retransmitFirst, sendWaiting } from "./tcp-output.ts";
import { sendAck } from "./tcp-segments.ts";
import { LINUX_MIN_RTO, MAX_RTO, backedOff, watch, watchWindow } from "./tcp-timing.ts";
import type { Turn } from "./turn.ts";
import type { HostName, Micros, SocketId, TimerName } from "./world.ts";

export function timerFires(turn: Turn, host: HostName, id: SocketId, timer: TimerName): void {
  const socket = turn.socket(host, id);
  if (socket?.type !== "stream" || socket.tcb === null) return;
  const running = socket.tcb.timers[timer];
  if (running === undefined || running.at > turn.now) return;
  const { [timer]: _, ...timers } = socket.tcb.timers;
  turn.put(host, { ...socket, tcb: { ...socket.tcb, timers } });
  turn.unschedule(running.entry);
  const connection = new Connection(turn, host, id);
  fire(connection, timer);
}

function fire(connection: Connection, timer: TimerName): void {
  switch (timer) {
    case "retransmission":
      return retransmissionFires(connection);
    case "tail-loss-probe": {
      const why = because(
        "RFC 8985 §7.3",
        "No acknowledgment in two round trips: the last segment goes again, to get an answer.",
      );
      probeTail(connection, why);
      return watch(connection, why);
    }
    case "reordering":
      return findLosses(connection);
    case "delayed-ack": {
      const { isInteractive } = connection.tcb;
      if (isInteractive) connection.change({ isInteractive: false });
      return sendAck(
        connection,
        because(
          "RFC 9293 §3.8.6.3",
          "No data came for the acknowledgment to go with: it goes alone.",
        ),
      );
    }
    case "persist":
      return persistFires(connection);
    case "keepalive":
      return keepAliveFires(connection);
    case "time-wait":
      return end(
        connection,
        null,
        because(
          "RFC 9293 §3.10.8",
          "The wait is over: nothing of the connection can be on its way any more.",
        ),
      );
    case "fin-wait-2":
      return end(
        connection,
        null,
        because(
          "tcp(7), tcp_fin_timeout",
          "The other end did not close in time, and no program waits for it.",
        ),
      );
    case "linger":
      return connection.wake(because("socket(7), SO_LINGER", "close() has waited long enough."));
  }
}

function retransmissionFires(connection: Connection): void {
  const { tcb, state } = connection;
  if (state === "SYN-SENT") return synFires(connection);
  if (state === "SYN-RECEIVED") return synAckFires(connection);
  if (isGivenUp(connection)) {
    const why = because(
      "RFC 9293 §3.8.3",
      "It was sent again and again, and never acknowledged: the connection is given up.",
    );
    return end(connection, tcb.softError ?? "ETIMEDOUT", why);
  }
  const why = because(
    "RFC 6298 §5.4",
    "No acknowledgment in time: the oldest segment is sent again, and the next wait is twice as long.",
  );
  const isWindowShut = tcb.sndWnd === 0;
  connection.change({
    retries: tcb.retries + 1,
    retryingSince: tcb.retryingSince ?? connection.now,
    recoverUntil: tcb.inFlight.length > 1 ? tcb.sndNxt : tcb.recoverUntil,
    congestionWindow: isWindowShut ? tcb.congestionWindow : tcb.mss,
  });
  retransmitFirst(connection, why);
  connection.start("retransmission", nextWait(connection), why);
}

/** The user timeout, where there is one, ends the wait early. */
function nextWait(connection: Connection): Micros {
  const { tcb } = connection;
  return withinUserTimeout(connection, backedOff(tcb.rto, tcb.retries));
}

function withinUserTimeout({ tcb, socket, now }: Connection, wait: Micros): Micros {
  const limit = socket.options.userTimeout * MILLISECOND;
  if (limit === 0 || tcb.retryingSince === null) return wait;
  return Math.max(MILLISECOND, Math.min(wait, tcb.retryingSince + limit - now));
}

function synFires(connection: Connection): void {
  const { tcb, settings, isLinux, socket } = connection;
  const linear = isLinux ? settings.tcp_syn_linear_timeouts : 0;
  const why = because("RFC 9293 §3.8.3", "No answer to the SYN: it is sent again.");
  const limit = socket.options.userTimeout * MILLISECOND;
  const isLate =
    limit > 0 &&
    tcb.retries > 0 &&
    tcb.retryingSince !== null &&
    connection.now - tcb.retryingSince >= limit;
  if (tcb.retries >= settings.tcp_syn_retries + linear || isLate) {
    const over = because(
      "tcp(7), tcp_syn_retries",
      "No answer to any of the SYNs: connect() gives up.",
    );
    return end(connection, tcb.softError ?? "ETIMEDOUT", over);
  }
  const retries = tcb.retries + 1;
  connection.change({ retries, retryingSince: tcb.retryingSince ?? connection.now });
  sendSyn(connection, why);
  const wait = backedOff(tcb.rto, Math.max(0, retries - linear));
  connection.start("retransmission", withinUserTimeout(connection, wait), why);
}

function synAckFires(connection: Connection): void {
  const { tcb, settings } = connection;
  const isPassive = tcb.opened === "passive";
  if (tcb.retries >= (isPassive ? synAckLimit(connection) : settings.tcp_syn_retries)) {
    const over = because(
      "tcp(7), tcp_synack_retries",
      "The handshake's last ACK never came: the connection is forgotten.",
    );
    return end(connection, isPassive ? null : "ETIMEDOUT", over);
  }
  connection.change({ retries: tcb.retries + 1 });
  const why = because("RFC 9293 §3.8.3", "No acknowledgment of the SYN-ACK: it is sent again.");
  sendSynAck(connection, why);
  connection.start("retransmission", backedOff(tcb.rto, tcb.retries + 1), why);
}

/** When the queue of half-open connections is more than half full, old ones get fewer tries (Linux reqsk_timer_handler). */
function synAckLimit({ turn, host, socket, settings, isLinux }: Connection): number {
  let limit = settings.tcp_synack_retries;
  const parent = socket.parent === null ? undefined : turn.socket(host, socket.parent);
  if (!isLinux || parent?.type !== "stream" || parent.listener === null) return limit;
  const { incomplete, backlog } = parent.listener;
  if (incomplete.length * 2 <= Math.max(8, backlog)) return limit;
  let young = 2 * incomplete.filter((id) => isYoung(turn, host, id)).length;
  while (limit > 2 && incomplete.length >= young) {
    limit -= 1;
    young *= 2;
  }
  return limit;
}

function isYoung(turn: Turn, host: HostName, id: SocketId): boolean {
  const child = turn.socket(host, id);
  return child?.type === "stream" && child.tcb?.retries === 0;
}

/** RFC: by time, 100 s at least (R2, §3.8.3). Linux: as long as its count of doubled minimum timeouts would take. */
function isGivenUp(connection: Connection): boolean {
  const { tcb, settings, socket, isLinux, now } = connection;
  if (tcb.retryingSince === null) return false;
  const elapsed = now - tcb.retryingSince;
  const { userTimeout } = socket.options;
  if (userTimeout > 0) return elapsed >= userTimeout * MILLISECOND;
  if (!isLinux) return tcb.retries >= settings.tcp_retries2;
  const isSlow = backedOff(tcb.rto, tcb.retries) >= MAX_RTO;
  const count = tcb.isOrphan
    ? orphanRetries(settings.tcp_orphan_retries, isSlow)
    : settings.tcp_retries2;
  return elapsed >= timeOfRetries(count);
}

function orphanRetries(setting: number, isSlow: boolean): number {
  return setting === 0 && !isSlow ? 8 : setting;
}

/** Linux's tcp_model_timeout(): 924.6 s for 15. */
function timeOfRetries(count: number): Micros {
  const doublings = Math.floor(Math.log2(MAX_RTO / LINUX_MIN_RTO));
  return count <= doublings
    ? (2 ** (count + 1) - 1) * LINUX_MIN_RTO
    : (2 ** (doublings + 1) - 1) * LINUX_MIN_RTO + (count - doublings) * MAX_RTO;
}

function persistFires(connection: Connection): void {
  const { tcb, settings } = connection;
  if (tcb.sndWnd > 0) {
    sendWaiting(connection);
    return;
  }
  if (connection.now - tcb.lastHeard >= timeOfRetries(settings.tcp_retries2)) {
    const over = because(
      "RFC 9293 §3.8.6.1",
      "None of the window probes was answered: the connection is given up.",
    );
    return end(connection, tcb.softError ?? "ETIMEDOUT", over);
  }
  const why = because(
    "RFC 9293 §3.8.6.1",
    "The window may have opened without our knowing: a probe asks.",
  );
  connection.change({ windowProbes: tcb.windowProbes + 1 });
  probeWindow(connection, why);
  watchWindow(connection);
}
