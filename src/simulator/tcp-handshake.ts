/**
 * How a connection begins: its block of variables, its initial sequence number, its SYN and SYN-ACK (RFC 9293 §3.4.1,
 * §3.5). An ISN is a clock of 4 µs plus a number of the connection's own (RFC 6528), so a later one is always higher.
 */
import type { PacketEnd } from "./packet.ts";
import type { Reason } from "./reason.ts";
import { add } from "./sequence.ts";
import { hashOfEnds } from "./socket-lookup.ts";
import type { Connection } from "./tcp-connection.ts";
import { sendSegment } from "./tcp-segments.ts";
import { FIRST_RTO } from "./tcp-timing.ts";
import { DEFAULT_MSS, answeringOptions, firstWindow, ownMss, ownOptions } from "./tcp-window.ts";
import type { Turn } from "./turn.ts";
import type { HostName, SocketOptions, Tcb } from "./world.ts";

/** A clock of 4 µs and a hash of the four numbers, or the next of those that the host's settings give. */
export function chooseIss(turn: Turn, name: HostName, local: PacketEnd, peer: PacketEnd): number {
  const { settings } = turn.host(name);
  const [fixed, ...rest] = settings.iss ?? [];
  if (fixed !== undefined) {
    turn.changeHost(name, { settings: { ...settings, iss: rest } });
    return fixed >>> 0;
  }
  const own = Math.imul(hashOfEnds(local, peer) ^ turn.world.seed, 0x9e_37_79_b1) >>> 0;
  return add(own, Math.floor(turn.now / 4));
}

/** The block of a connection that has an ISN and has sent nothing. */
export function newTcb(
  turn: Turn,
  {
    iss,
    opened,
    local,
    options,
  }: { iss: number; opened: Tcb["opened"]; local: string; options: SocketOptions },
): Tcb {
  const mss = ownMss(local);
  return {
    iss,
    irs: 0,
    sndUna: iss,
    sndNxt: iss,
    sndWnd: 0,
    sndWl1: 0,
    sndWl2: 0,
    maxSndWnd: 0,
    rcvNxt: 0,
    rcvWnd: firstWindow(options, mss),
    rcvTold: 0,
    sndScale: 0,
    rcvScale: 0,
    opened,
    isSynAcked: false,
    isConnectTold: opened === "passive",
    sendBuffer: "",
    inFlight: [],
    congestionWindow: 10 * mss,
    rack: null,
    duplicateAcks: 0,
    recoverUntil: null,
    smallUntil: null,
    receiveBuffer: "",
    reassembly: [],
    finWanted: false,
    finSeq: null,
    finReceived: false,
    isEndOfFileRead: false,
    readShut: false,
    peerOptions: {},
    mss,
    retries: 0,
    retryingSince: null,
    rto: FIRST_RTO,
    srtt: null,
    rttvar: 0,
    isTailProbed: false,
    windowProbes: 0,
    timers: {},
    keepProbes: 0,
    lastHeard: turn.now,
    lastData: null,
    isAckOwed: false,
    quickAcks: 0,
    isInteractive: false,
    rcvMss: DEFAULT_MSS,
    lastChallenge: null,
    softError: null,
    isOrphan: false,
  };
}

/** Sends the SYN, again or for the first time: <SEQ=ISS><CTL=SYN> */
export function sendSyn(connection: Connection, why: Reason): void {
  const isRetransmission = note(connection);
  const options = ownOptions(connection);
  const { iss } = connection.tcb;
  sendSegment(connection, { seq: iss, flags: { syn: true }, options, isRetransmission }, why);
}

/** Sends the SYN-ACK, again or for the first time: <SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK> */
export function sendSynAck(connection: Connection, why: Reason): void {
  const isRetransmission = note(connection);
  const { iss, peerOptions } = connection.tcb;
  const options = answeringOptions(connection, peerOptions);
  const flags = { syn: true, ack: true };
  sendSegment(connection, { seq: iss, flags, options, isRetransmission }, why);
}

/** Puts the SYN into what is in flight; true where it was there already. */
function note(connection: Connection): boolean {
  const { iss, inFlight } = connection.tcb;
  const isAgain = inFlight.length > 0;
  const sent = {
    seq: iss,
    length: 1,
    at: connection.now,
    isResent: isAgain,
    isPushed: false,
    isSacked: false,
  };
  connection.change({ inFlight: [sent], sndNxt: add(iss, 1) });
  return isAgain;
}

/** What the SYN of the other end tells (RFC 9293 §3.10.7.2, third; §3.10.7.3, fourth). */
export function synArrived({
  seq,
  ack,
  window,
}: {
  seq: number;
  ack: number;
  window: number;
}): Pick<Tcb, "irs" | "rcvNxt" | "rcvTold" | "sndWnd" | "sndWl1" | "sndWl2" | "maxSndWnd"> {
  const rcvNxt = add(seq, 1);
  return {
    irs: seq,
    rcvNxt,
    rcvTold: rcvNxt,
    sndWnd: window,
    sndWl1: seq,
    sndWl2: ack,
    maxSndWnd: window,
  };
}
