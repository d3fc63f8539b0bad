/**
 * Losses found before a timeout. RFC profile: three acknowledgments of one number (RFC 5681 §3.2). Linux profile: what
 * was sent before something that has arrived, and has not arrived itself a quarter of a round trip later, is lost; once
 * three segments arrived beyond the gap there is no such patience (RFC 8985 §6, with RFC 2018's SACK).
 */
import type { TcpSegment } from "./packet.ts";
import { type Reason, because } from "./reason.ts";
import { add, isBefore, isBeforeOrAt } from "./sequence.ts";
import type { Connection } from "./tcp-connection.ts";
import { retransmitAt, retransmitFirst } from "./tcp-output.ts";
import { watch } from "./tcp-timing.ts";
import type { InFlight, Tcb } from "./world.ts";

const BY_ORDER = because(
  "RFC 8985 §6.2",
  "What was sent later has arrived, and this has not: it is lost, and is sent again.",
);

/** Marks what the segment says has arrived. True where that is news. */
export function takeSack(connection: Connection, { options }: TcpSegment): boolean {
  const blocks = options.sack ?? [];
  const { inFlight } = connection.tcb;
  const marked = inFlight.map((sent) =>
    !sent.isSacked && blocks.some(([from, end]) => isWithin(sent, from, end))
      ? { ...sent, isSacked: true }
      : sent,
  );
  const news = marked.filter((sent, index) => sent !== inFlight[index]);
  if (news.length === 0) return false;
  connection.change({ inFlight: marked });
  delivered(connection, news);
  return true;
}

function isWithin({ seq, length }: InFlight, from: number, end: number): boolean {
  return isBeforeOrAt(from, seq) && isBeforeOrAt(add(seq, length), end);
}

/** These segments have arrived: the one that was sent last tells about the others. */
export function delivered(connection: Connection, segments: readonly InFlight[]): void {
  for (const { seq, length, at, isResent } of segments) {
    const { rack, srtt } = connection.tcb;
    const trip = connection.now - at;
    const end = add(seq, length);
    // An answer that came too soon was to the first sending (RFC 8985 §6.2, step 2).
    if (isResent && srtt !== null && trip < srtt / 2) continue;
    const isLatest = rack === null || at > rack.at || (at === rack.at && isBefore(rack.end, end));
    if (isLatest) connection.change({ rack: { at, end, trip } });
  }
}

/** Sends again what is lost by now, and looks again later where that is still open. */
export function findLosses(connection: Connection): void {
  const { tcb } = connection;
  const { rack } = tcb;
  if (rack === null || !connection.isLinux) return;
  const patience = patienceOf(tcb);
  let next = Infinity;
  let hasSent = false;
  for (const { seq } of tcb.inFlight) {
    const now = connection.tcb;
    const index = now.inFlight.findIndex((sent) => sent.seq === seq);
    const sent = now.inFlight[index];
    if (sent === undefined || sent.isSacked || !isOlder(sent, rack)) continue;
    const due = sent.at + rack.trip + patience;
    if (due > connection.now) {
      next = Math.min(next, due);
      continue;
    }
    if (now.recoverUntil === null) connection.change({ recoverUntil: now.sndNxt });
    retransmitAt(connection, index, BY_ORDER);
    hasSent = true;
  }
  if (next < Infinity) connection.start("reordering", next - connection.now, WAITS);
  else connection.stop("reordering", WAITS);
  if (hasSent) watch(connection, BY_ORDER);
}

const WAITS: Reason = because(
  "RFC 8985 §6.2",
  "Perhaps it was only overtaken: a little patience before it counts as lost.",
);

/** What was sent again in the same moment was sent after the others. */
function isOlder({ at, seq, length, isResent }: InFlight, rack: NonNullable<Tcb["rack"]>): boolean {
  return at < rack.at || (at === rack.at && !isResent && isBefore(add(seq, length), rack.end));
}

function patienceOf({ inFlight, recoverUntil, srtt }: Tcb): number {
  const beyond = inFlight.filter(({ isSacked }) => isSacked).length;
  return beyond >= 3 || recoverUntil !== null ? 0 : Math.round((srtt ?? 0) / 4);
}

/** One more acknowledgment of the same number (RFC 5681 §3.2). */
export function countDuplicate(connection: Connection): void {
  const duplicateAcks = connection.tcb.duplicateAcks + 1;
  connection.change({ duplicateAcks });
  if (duplicateAcks !== 3 || connection.tcb.recoverUntil !== null) return;
  connection.change({ recoverUntil: connection.tcb.sndNxt });
  const why = because(
    "RFC 5681 §3.2",
    "Three acknowledgments of the same number: the segment there was lost, and is sent again at once.",
  );
  retransmitFirst(connection, why);
  watch(connection, why);
}
