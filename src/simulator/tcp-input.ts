/**
 * SEGMENT ARRIVES (RFC 9293 §3.10.7): what becomes of a TCP segment, by the state of what it is for. The checks of
 * §3.10.7.4 stand in the RFC's order, each a function of its own; the third (security) and the sixth (URG) are left out.
 */
import type { TcpSegment } from "./packet.ts";
import { segmentForSynSent } from "./tcp-input-syn-sent.ts";
import { checkAck } from "./tcp-check-ack.ts";
import { checkRst, checkSequence, checkSyn, retransmittedSyn } from "./tcp-checks.ts";
import { Connection } from "./tcp-connection.ts";
import { takeTextAndFin } from "./tcp-check-text.ts";
import { segmentForListener } from "./tcp-listen.ts";
import { NO_CONNECTION, refuse } from "./tcp-segments.ts";
import { segmentForOrphan, segmentInTimeWait } from "./tcp-time-wait.ts";
import { findListener } from "./socket-lookup.ts";
import type { Turn } from "./turn.ts";
import type { HostName, SocketId } from "./world.ts";

/** What the host's tables have for the segment's four numbers: a connection first, then a listener. */
export type SegmentTarget =
  | { readonly kind: "none" }
  | { readonly kind: "listener" | "connection"; readonly socket: SocketId };

export function segmentArrives(
  turn: Turn,
  host: HostName,
  target: SegmentTarget,
  segment: TcpSegment,
): void {
  switch (target.kind) {
    case "none":
      return refuse(turn, host, segment, NO_CONNECTION);
    case "listener": {
      const child = segmentForListener(turn, host, turn.stream(host, target.socket), segment);
      if (child !== null) segmentForConnection(new Connection(turn, host, child), segment);
      return;
    }
    case "connection":
      return segmentForConnection(new Connection(turn, host, target.socket), segment);
  }
}

function segmentForConnection(connection: Connection, segment: TcpSegment): void {
  const { turn, host, socket, isLinux } = connection;
  if (socket.tcb === null) return segmentWithoutConnection(turn, host, segment);
  if (socket.state === "SYN-SENT") return segmentForSynSent(connection, segment);
  if (isLinux && socket.state === "TIME-WAIT") {
    if (segmentInTimeWait(connection, segment) === "new")
      segmentWithoutConnection(turn, host, segment);
    return;
  }
  if (
    isLinux &&
    socket.state === "FIN-WAIT-2" &&
    socket.tcb.isOrphan &&
    segmentForOrphan(connection, segment)
  )
    return;
  if (isLinux && retransmittedSyn(connection, segment)) return;
  segmentInOrder(connection, segment);
}

/** RFC 9293 §3.10.7.4. */
function segmentInOrder(connection: Connection, arrived: TcpSegment): void {
  const segment = checkSequence(connection, arrived);
  if (segment === null) return;
  if (!checkRst(connection, segment)) return;
  if (!checkSyn(connection, segment)) return;
  if (!checkAck(connection, segment)) return;
  connection.change({ lastHeard: connection.now, keepProbes: 0 });
  takeTextAndFin(connection, segment);
}

/** The four numbers are free again: a listener may take the segment. */
function segmentWithoutConnection(turn: Turn, host: HostName, segment: TcpSegment): void {
  const listener = findListener(turn.host(host), segment.to, segment.from);
  if (listener === undefined) return refuse(turn, host, segment, NO_CONNECTION);
  segmentArrives(turn, host, { kind: "listener", socket: listener.id }, segment);
}
