/**
 * The segments of a connection and the resets of a host, as they are made and sent (RFC 9293 §3.5.2, §3.10). Every one
 * leaves with its reason; one that carries an acknowledgment settles what was owed.
 */
import type { PacketEnd, TcpFlags, TcpOptions, TcpSegment } from "./packet.ts";
import { segmentLength } from "./packet.ts";
import { type Reason, because } from "./reason.ts";
import { add } from "./sequence.ts";
import { acknowledged } from "./tcp-acks.ts";
import type { Connection } from "./tcp-connection.ts";
import { offerWindow, windowField } from "./tcp-window.ts";
import type { Turn } from "./turn.ts";
import type { HostName } from "./world.ts";

const NONE: TcpFlags = { syn: false, ack: false, fin: false, rst: false, psh: false };

interface Parts {
  readonly seq: number;
  readonly flags: Partial<TcpFlags>;
  readonly data?: string;
  readonly options?: TcpOptions;
  readonly isRetransmission?: boolean;
}

/** Sends a segment of a connection; the ACK field and the window are filled in where the ACK flag is set. */
export function sendSegment(connection: Connection, parts: Parts, why: Reason): void {
  const flags = { ...NONE, ...parts.flags };
  const { rcvNxt, rcvWnd } = connection.tcb;
  const segment: TcpSegment = {
    kind: "tcp",
    from: connection.local,
    to: connection.peer,
    seq: parts.seq,
    ack: flags.ack ? rcvNxt : 0,
    flags,
    window: flags.syn ? windowField(rcvWnd, 0) : offerWindow(connection),
    options: parts.options ?? sackOf(connection),
    data: parts.data ?? "",
    ...stampOf(connection, flags),
  };
  if (flags.ack) acknowledged(connection);
  connection.turn.send(connection.host, segment, why, {
    socket: connection.id,
    ...(parts.isRetransmission === true && { isRetransmission: true }),
  });
}

/** A SYN offers timestamps; after that both ends must have. */
function stampOf(
  { tcb, isLinux, now }: Connection,
  { syn, ack }: TcpFlags,
): Pick<TcpSegment, "stamp"> {
  if (!isLinux || (!(syn && !ack) && tcb.peerOptions.timestamps !== true)) return {};
  return { stamp: { sent: now, echoed: tcb.recentStamp ?? null } };
}

/** What lies beyond a gap is told, the newest first, as far as there is room for it (RFC 2018 §3). */
function sackOf({ tcb, isLinux }: Connection): TcpOptions {
  if (!isLinux || tcb.peerOptions.sackPermitted !== true || tcb.reassembly.length === 0) return {};
  const blocks: [number, number][] = [];
  for (const { seq, data, fin } of tcb.reassembly) {
    const end = add(seq, data.length + (fin ? 1 : 0));
    const last = blocks.at(-1);
    if (last !== undefined && last[1] === seq) last[1] = end;
    else blocks.push([seq, end]);
  }
  return { sack: blocks.toReversed().slice(0, tcb.peerOptions.timestamps === true ? 3 : 4) };
}

/** <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK> */
export function sendAck(connection: Connection, why: Reason): void {
  sendSegment(connection, { seq: connection.tcb.sndNxt, flags: { ack: true } }, why);
}

/** The reset of an ABORT: Linux says in it what it had received, RFC 9293 §3.10.5 does not. */
export function sendAbort(connection: Connection, why: Reason): void {
  const flags = connection.isLinux ? { rst: true, ack: true } : { rst: true };
  sendSegment(connection, { seq: connection.tcb.sndNxt, flags }, why);
}

/** The answer to a segment that no connection can take; none to a reset (RFC 9293 §3.10.7.1). */
export function refuse(turn: Turn, host: HostName, segment: TcpSegment, why: Reason): void {
  if (segment.flags.rst) return;
  const { from, to, ack, seq, flags } = segment;
  const answer = flags.ack
    ? reset(to, from, { seq: ack, ack: 0, flags: { rst: true } })
    : reset(to, from, {
        seq: 0,
        ack: add(seq, segmentLength(segment)),
        flags: { rst: true, ack: true },
      });
  turn.send(host, answer, why);
}

function reset(
  from: PacketEnd,
  to: PacketEnd,
  { seq, ack, flags }: { seq: number; ack: number; flags: Partial<TcpFlags> },
): TcpSegment {
  return {
    kind: "tcp",
    from,
    to,
    seq,
    ack,
    flags: { ...NONE, ...flags },
    window: 0,
    options: {},
    data: "",
  };
}

export const NO_CONNECTION = because(
  "RFC 9293 §3.10.7.1",
  "No socket here has such a connection, nor listens on the port: the answer is a reset.",
);
