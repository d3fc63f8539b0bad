/**
 * Challenge ACKs (RFC 5961): a segment that could be forged is answered with what is awaited, not believed. Linux sends
 * such answers no more often than tcp_invalid_ratelimit allows, so that two ends never answer each other for ever.
 */
import type { TcpSegment } from "./packet.ts";
import type { Reason } from "./reason.ts";
import { type Connection, MILLISECOND } from "./tcp-connection.ts";
import { sendAck } from "./tcp-segments.ts";

export function challenge(connection: Connection, why: Reason): void {
  if (isDue(connection)) sendAck(connection, why);
}

/** Whether an unacceptable segment may be answered; data always is. */
export function mayAnswer(connection: Connection, { data, flags }: TcpSegment): boolean {
  const hasNumbers = data.length > 0 || flags.fin;
  return (hasNumbers && !flags.syn) || isDue(connection);
}

function isDue(connection: Connection): boolean {
  if (!connection.isLinux) return true;
  const { lastChallenge } = connection.tcb;
  const pause = connection.settings.tcp_invalid_ratelimit * MILLISECOND;
  if (lastChallenge !== null && connection.now - lastChallenge < pause) return false;
  connection.change({ lastChallenge: connection.now });
  return true;
}
