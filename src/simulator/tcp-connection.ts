/**
 * One stream socket while a turn works on it: short ways to its block of variables (RFC 9293 §3.3.1's TCB), its state
 * and its timers. Holds nothing itself: what it tells is always the turn's newest.
 */
import type { TcpState } from "#net/tcp-state";
import type { PacketEnd } from "./packet.ts";
import type { Reason } from "./reason.ts";
import { add } from "./sequence.ts";
import type { Turn } from "./turn.ts";
import type {
  HostName,
  HostSettings,
  Micros,
  SocketId,
  SocketOptions,
  StreamSocket,
  Tcb,
  TimerName,
} from "./world.ts";

export const MILLISECOND = 1000;
export const SECOND = 1_000_000;

export class Connection {
  readonly turn: Turn;
  readonly host: HostName;
  readonly id: SocketId;

  constructor(turn: Turn, host: HostName, id: SocketId) {
    this.turn = turn;
    this.host = host;
    this.id = id;
  }

  get socket(): StreamSocket {
    return this.turn.stream(this.host, this.id);
  }

  get tcb(): Tcb {
    const { tcb } = this.socket;
    if (tcb === null) throw new Error(`Socket ${this.id} of ${this.host} has no connection`);
    return tcb;
  }

  get options(): SocketOptions {
    return this.socket.options;
  }

  get state(): TcpState {
    return this.socket.state;
  }

  get settings(): HostSettings {
    return this.turn.host(this.host).settings;
  }

  get isLinux(): boolean {
    return this.turn.profile === "linux";
  }

  get now(): Micros {
    return this.turn.now;
  }

  get local(): PacketEnd {
    const { local } = this.socket;
    if (local.address === "*") throw new Error("A connection has an address at both ends");
    return { address: local.address, port: local.port };
  }

  get peer(): PacketEnd {
    const { peer } = this.socket;
    if (peer === null) throw new Error("A connection has an address at both ends");
    return peer;
  }

  change(part: Partial<Tcb>): void {
    this.changeSocket({ tcb: { ...this.tcb, ...part } });
  }

  changeSocket(part: Partial<StreamSocket>): void {
    this.turn.put(this.host, { ...this.socket, ...part });
  }

  enter(state: TcpState, why: Reason): void {
    this.turn.enter(this.host, this.id, state, why);
  }

  /** Starts a timer anew, to fire after `delay`. */
  start(timer: TimerName, delay: Micros, why: Reason): void {
    this.turn.setTimer(this.host, this.id, timer, this.now + Math.round(delay), why);
  }

  stop(timer: TimerName, why: Reason): void {
    this.turn.stopTimer(this.host, this.id, timer, why);
  }

  isRunning(timer: TimerName): boolean {
    return this.tcb.timers[timer] !== undefined;
  }

  wake(why: Reason): void {
    this.turn.wake(this.host, this.id, why);
  }
}

/** The number of the send buffer's first byte. */
export function firstInBuffer({ sndUna, isSynAcked }: Tcb): number {
  return isSynAcked ? sndUna : add(sndUna, 1);
}

/** Bytes of the send buffer that were not sent yet. */
export function unsent(tcb: Tcb): number {
  if (tcb.finSeq !== null) return 0;
  const sent = (tcb.sndNxt - firstInBuffer(tcb)) | 0;
  return Math.max(0, tcb.sendBuffer.length - Math.max(0, sent));
}
