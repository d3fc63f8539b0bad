/**
 * How long to wait for an acknowledgment. RFC 6298: the first timeout is 1 s, then SRTT + 4 RTTVAR and at least 1 s,
 * doubled each time. Linux: the variance counts as 200 ms at least; a tail loss probe may go before the timeout
 * (RFC 8985 §7). One timer at a time watches what is in flight.
 */
import { type Reason, because } from "./reason.ts";
import { type Connection, MILLISECOND, SECOND, unsent } from "./tcp-connection.ts";
import type { Micros, Tcb } from "./world.ts";

export const FIRST_RTO = SECOND;
export const LINUX_MIN_RTO = 200 * MILLISECOND;
export const MAX_RTO = 120 * SECOND;
/** Linux adds two clock ticks of 4 ms to a probe's time. */
const PROBE_SLACK = 8 * MILLISECOND;

/** The timing after a round trip took so long (RFC 6298 §2); Karn's rule is the caller's. */
export function measured(
  { srtt, rttvar }: Pick<Tcb, "srtt" | "rttvar">,
  trip: Micros,
  isLinux: boolean,
): Pick<Tcb, "srtt" | "rttvar" | "rto"> {
  const newVariance = srtt === null ? trip / 2 : (3 * rttvar + Math.abs(srtt - trip)) / 4;
  const newSmooth = srtt === null ? trip : (7 * srtt + trip) / 8;
  const rto = isLinux
    ? newSmooth + Math.max(LINUX_MIN_RTO, 4 * newVariance)
    : Math.max(SECOND, newSmooth + 4 * newVariance);
  return {
    srtt: Math.round(newSmooth),
    rttvar: Math.round(newVariance),
    rto: Math.min(MAX_RTO, Math.round(rto)),
  };
}

/** The timeout as it stands after so many retries. */
export function backedOff(rto: Micros, retries: number): Micros {
  return Math.min(MAX_RTO, rto * 2 ** Math.min(retries, 20));
}

/** Sets the timer that fits what is in flight and what waits to be sent; none where there is neither. */
export function watch(connection: Connection, why: Reason): void {
  const { tcb } = connection;
  if (tcb.inFlight.length === 0) {
    stopWatching(connection, because("RFC 6298 §5.2", "All that was sent is acknowledged."));
    if (tcb.sndWnd === 0 && unsent(tcb) > 0) watchWindow(connection);
    return;
  }
  if (tcb.windowProbes > 0 && tcb.sndWnd === 0) return watchWindow(connection);
  connection.stop("persist", because("RFC 9293 §3.8.6.1", "The window is open again."));
  if (mayProbe(connection)) {
    connection.stop("retransmission", why);
    return connection.start(
      "tail-loss-probe",
      probeTime(tcb),
      because(
        "RFC 8985 §7.2",
        "If the last segment were lost, nothing would show it: a probe is planned.",
      ),
    );
  }
  connection.stop("tail-loss-probe", why);
  connection.start("retransmission", backedOff(tcb.rto, tcb.retries), why);
}

export function stopWatching(connection: Connection, why: Reason): void {
  connection.stop("retransmission", why);
  connection.stop("tail-loss-probe", why);
  connection.stop("persist", why);
  connection.stop("reordering", why);
}

/** The window is shut: it may have opened without our knowing, so it is asked after (RFC 9293 §3.8.6.1). */
export function watchWindow(connection: Connection): void {
  if (connection.isRunning("persist")) return;
  const { rto, windowProbes } = connection.tcb;
  const why = because(
    "RFC 9293 §3.8.6.1",
    "The other end's window is shut: it is asked after, lest the news of its opening were lost.",
  );
  connection.start("persist", Math.max(LINUX_MIN_RTO, backedOff(rto, windowProbes)), why);
}

function mayProbe(connection: Connection): boolean {
  const { tcb, state } = connection;
  return (
    connection.isLinux &&
    tcb.peerOptions.sackPermitted === true &&
    tcb.isSynAcked &&
    state !== "SYN-SENT" &&
    tcb.retries === 0 &&
    tcb.recoverUntil === null &&
    !tcb.isTailProbed
  );
}

/** Two round trips; a lone segment's acknowledgment may be delayed; never later than the timeout. */
function probeTime({ srtt, rto, inFlight }: Tcb): Micros {
  const trips = srtt === null ? SECOND : 2 * srtt;
  return Math.min(rto, trips + (inFlight.length === 1 ? LINUX_MIN_RTO : PROBE_SLACK));
}
