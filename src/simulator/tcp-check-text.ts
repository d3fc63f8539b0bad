/**
 * The seventh and the eighth check of RFC 9293 §3.10.7.4: the segment's data and its FIN. What comes too early is held
 * until the gap before it is filled (SHLD-31). One acknowledgment answers both (MUST-58).
 */
import { type Reason, because } from "./reason.ts";
import { add, distance, isBefore, isBeforeOrAt } from "./sequence.ts";
import { type AckTiming, dataArrived, oweAck } from "./tcp-acks.ts";
import type { TrimmedSegment } from "./tcp-checks.ts";
import type { Connection } from "./tcp-connection.ts";
import { endByReset } from "./tcp-end.ts";
import { sendWaiting } from "./tcp-output.ts";
import { refuse, sendAck } from "./tcp-segments.ts";
import { enterTimeWait } from "./tcp-time-wait.ts";
import type { Tcb } from "./world.ts";

const SEVENTH = "RFC 9293 §3.10.7.4, seventh check";
const EIGHTH = "RFC 9293 §3.10.7.4, eighth check";

interface Debt {
  readonly timing: AckTiming;
  readonly why: Reason;
}

/** The rest of a segment that passed the checks before: data, FIN, and what is owed for them. */
export function takeTextAndFin(connection: Connection, segment: TrimmedSegment): void {
  const mayTake = hasToRead(connection);
  if (mayTake && isForNobody(connection, segment)) return;
  let debt = segment.isRepeated ? REPEATED : null;
  let isFinDue = false;
  if (mayTake && (segment.data.length > 0 || segment.flags.fin)) {
    const taken = takeData(connection, segment);
    ({ debt } = taken);
    isFinDue = taken.isFinDue;
  }
  if (isFinDue) {
    const isGapFilled = debt?.timing === "now";
    const due = takeFin(connection);
    if (due !== null) debt = isGapFilled ? { ...due, timing: "now" } : due;
  }
  settle(connection, debt);
}

const REPEATED: Debt = {
  timing: "now",
  why: because(
    "RFC 9293 §3.10.7.4, first check",
    "All of this was there before: the acknowledgment is given again.",
  ),
};

function hasToRead({ state }: Connection): boolean {
  return state === "ESTABLISHED" || state === "FIN-WAIT-1" || state === "FIN-WAIT-2";
}

/** Data for a program that shut the socket to it: it is told with a reset (RFC 1122 §4.2.2.13). */
function isForNobody(connection: Connection, segment: TrimmedSegment): boolean {
  const { tcb, state, turn, host } = connection;
  if (segment.data.length === 0 || state === "ESTABLISHED") return false;
  if (!tcb.isOrphan && !tcb.readShut) return false;
  const why = because(
    "RFC 1122 §4.2.2.13",
    "Data for a program that closed its socket: nobody could read it, so a reset says so.",
  );
  refuse(turn, host, segment, why);
  endByReset(connection, why);
  return true;
}

/** Puts the data into the receive buffer, or aside when something before it is missing. */
function takeData(
  connection: Connection,
  { seq, data, flags }: TrimmedSegment,
): { readonly debt: Debt; readonly isFinDue: boolean } {
  const { tcb } = connection;
  if (data.length > 0) dataArrived(connection, data.length);
  const hadGap = tcb.reassembly.length > 0;
  const held = inserted(tcb.reassembly, { seq, data, fin: flags.fin });
  const ready = readyFrom(held, tcb.rcvNxt);
  const arrived = ready.data.length;
  connection.change({
    reassembly: ready.rest,
    receiveBuffer: tcb.receiveBuffer + ready.data,
    rcvNxt: add(tcb.rcvNxt, arrived),
    rcvWnd: Math.max(0, tcb.rcvWnd - arrived),
  });
  if (arrived > 0) {
    const why = because(SEVENTH, "Data arrived in order: a program can read it.");
    connection.turn.note({
      kind: "queued",
      host: connection.host,
      socket: connection.id,
      what: "data",
      why,
    });
    connection.wake(why);
  }
  if (isBefore(tcb.rcvNxt, seq)) {
    const why = because(
      `${SEVENTH}, MAY-13`,
      "Something before this is missing: it is kept, and the answer says what is awaited.",
    );
    return { debt: { timing: "now", why }, isFinDue: false };
  }
  const why = because(SEVENTH, "Data arrived, and is acknowledged.");
  return { debt: { timing: hadGap ? "now" : "may wait", why }, isFinDue: ready.fin };
}

type Held = Tcb["reassembly"];

/** Adds what is new of a piece; the pieces stay in order and apart. */
function inserted(held: Held, piece: Held[number]): Held {
  const result: Held[number][] = [];
  let left: Held[number] | null = piece;
  for (const other of held) {
    const otherEnd = add(other.seq, other.data.length);
    if (left !== null) {
      const leftEnd: number = add(left.seq, left.data.length);
      if (isBefore(left.seq, other.seq)) {
        const free = Math.min(left.data.length, distance(left.seq, other.seq));
        const isWhole = free === left.data.length;
        result.push({ seq: left.seq, data: left.data.slice(0, free), fin: isWhole && left.fin });
      }
      left =
        isBefore(otherEnd, leftEnd) || (left.fin && !other.fin && leftEnd === otherEnd)
          ? {
              seq: isBefore(left.seq, otherEnd) ? otherEnd : left.seq,
              data: left.data.slice(Math.max(0, distance(left.seq, otherEnd))),
              fin: left.fin,
            }
          : null;
    }
    result.push(other);
  }
  if (left !== null) result.push(left);
  return result;
}

/** What follows without a gap from here. */
function readyFrom(
  held: Held,
  from: number,
): { readonly data: string; readonly fin: boolean; readonly rest: Held } {
  let data = "";
  let fin = false;
  let next = from;
  let index = 0;
  for (; index < held.length && !fin; index += 1) {
    const piece = held[index]!;
    if (!isBeforeOrAt(piece.seq, next)) break;
    data += piece.data.slice(Math.max(0, distance(piece.seq, next)));
    next = add(from, data.length);
    ({ fin } = piece);
  }
  return { data, fin, rest: held.slice(index) };
}

/** The other end has nothing more to send. */
function takeFin(connection: Connection): Debt | null {
  const { tcb, turn, host, id, state } = connection;
  const why = because(EIGHTH, "The other end has nothing more to send: its FIN is acknowledged.");
  connection.change({
    rcvNxt: add(tcb.rcvNxt, 1),
    rcvWnd: Math.max(0, tcb.rcvWnd - 1),
    finReceived: true,
    reassembly: [],
  });
  turn.note({ kind: "queued", host, socket: id, what: "end-of-file", why });
  switch (state) {
    case "ESTABLISHED":
      connection.change({ isInteractive: true });
      connection.enter("CLOSE-WAIT", why);
      connection.wake(why);
      return { timing: "may wait", why };
    case "FIN-WAIT-1":
      connection.enter("CLOSING", why);
      connection.wake(why);
      return { timing: "now", why };
    case "FIN-WAIT-2":
      enterTimeWait(connection, why);
      return { timing: "now", why };
    default:
      return null;
  }
}

/** Sends what can go now, and the acknowledgment that is still owed then. */
function settle(connection: Connection, debt: Debt | null): void {
  if (debt !== null) connection.change({ isAckOwed: true });
  sendWaiting(connection);
  if (debt === null || !connection.tcb.isAckOwed) return;
  oweAck(connection, debt.timing, debt.why, (why) => sendAck(connection, why));
}
