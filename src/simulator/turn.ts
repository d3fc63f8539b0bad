/**
 * One event being worked on: the world as it is so far, and what happened. The functions of the simulator take a turn
 * and change it; step.ts makes one, hands it on and takes the world out again, so that from outside nothing is changed.
 */
import type { TcpState } from "#net/tcp-state";
import type { CallId, CallResult } from "./calls.ts";
import type { Effect } from "./effect.ts";
import { get, remove, set } from "./int-table.ts";
import type { Packet } from "./packet.ts";
import type { Reason } from "./reason.ts";
import * as schedule from "./schedule.ts";
import { indexed } from "./socket-index.ts";
import type {
  Due,
  Host,
  HostName,
  Micros,
  Profile,
  Socket,
  SocketId,
  StreamSocket,
  TimerName,
  World,
} from "./world.ts";

export class Turn {
  world: World;
  readonly effects: Effect[] = [];

  constructor(world: World) {
    this.world = world;
  }

  get now(): Micros {
    return this.world.now;
  }

  get profile(): Profile {
    return this.world.profile;
  }

  note(effect: Effect): void {
    this.effects.push(effect);
  }

  /** The host must be there: its name comes from the world itself. */
  host(name: HostName): Host {
    const host = this.world.hosts[name];
    if (host === undefined) throw new Error(`The world has no host ${name}`);
    return host;
  }

  changeHost(name: HostName, change: Partial<Host>): void {
    const host = { ...this.host(name), ...change };
    this.world = { ...this.world, hosts: { ...this.world.hosts, [name]: host } };
  }

  socket(host: HostName, id: SocketId): Socket | undefined {
    return get(this.host(host).sockets, id);
  }

  /** The stream socket with this number; an error where it is none. */
  stream(host: HostName, id: SocketId): StreamSocket {
    const socket = this.socket(host, id);
    if (socket?.type !== "stream") throw new Error(`Socket ${id} of ${host} is no stream socket`);
    return socket;
  }

  /** Puts the socket in the place of the one with its number, or adds it. What packets and bind() find follows. */
  put(host: HostName, socket: Socket): void {
    const before = this.socket(host, socket.id) ?? null;
    const sockets = set(this.host(host).sockets, socket.id, socket);
    this.changeHost(host, { sockets, ...indexed(this.host(host), before, socket) });
  }

  /** Takes the socket out of the kernel's table, with its timers. */
  drop(host: HostName, id: SocketId): void {
    const socket = this.socket(host, id);
    if (socket?.type === "stream" && socket.tcb !== null) {
      for (const timer of Object.values(socket.tcb.timers)) this.unschedule(timer.entry);
    }
    const sockets = remove(this.host(host).sockets, id);
    this.changeHost(host, {
      sockets,
      ...indexed(this.host(host), this.socket(host, id) ?? null, null),
    });
  }

  /** Changes the state of a stream socket and says so. */
  enter(host: HostName, id: SocketId, to: TcpState, why: Reason): StreamSocket {
    const socket = this.stream(host, id);
    if (socket.state !== to)
      this.note({ kind: "state", host, socket: id, from: socket.state, to, why });
    const entered = { ...socket, state: to };
    this.put(host, entered);
    return entered;
  }

  /** The number of the schedule's entry, to take it back. */
  plan(at: Micros, due: Due): number {
    const { schedule: planned, id } = schedule.add(this.world.schedule, at, due);
    this.world = { ...this.world, schedule: planned };
    return id;
  }

  unschedule(entry: number): void {
    this.world = { ...this.world, schedule: schedule.remove(this.world.schedule, entry) };
  }

  /** Starts a timer of a connection anew. */
  setTimer(host: HostName, id: SocketId, timer: TimerName, at: Micros, why: Reason): void {
    this.#clearTimer(host, id, timer);
    const entry = this.plan(at, { kind: "timer", host, socket: id, timer });
    const socket = this.stream(host, id);
    if (socket.tcb === null) return;
    const timers = { ...socket.tcb.timers, [timer]: { at, entry } };
    this.put(host, { ...socket, tcb: { ...socket.tcb, timers } });
    this.note({ kind: "timer-set", host, socket: id, timer, at, why });
  }

  stopTimer(host: HostName, id: SocketId, timer: TimerName, why: Reason): void {
    const at = this.#clearTimer(host, id, timer);
    if (at !== null) this.note({ kind: "timer-stopped", host, socket: id, timer, at, why });
  }

  /** Also for a timer that has just fired: its entry is no longer in the schedule then. */
  #clearTimer(host: HostName, id: SocketId, timer: TimerName): Micros | null {
    const socket = this.socket(host, id);
    if (socket?.type !== "stream" || socket.tcb === null) return null;
    const running = socket.tcb.timers[timer];
    if (running === undefined) return null;
    this.unschedule(running.entry);
    const { [timer]: _, ...timers } = socket.tcb.timers;
    this.put(host, { ...socket, tcb: { ...socket.tcb, timers } });
    return running.at;
  }

  /** Ends a call, whether it waited or not. */
  give(host: HostName, id: CallId, result: CallResult): void {
    this.finish(host, id, result);
  }

  // What other files do is reached through these, so that TCP needs to know neither the wire nor the processes.

  /** Puts a packet on the wire (wire.ts). */
  send: (
    host: HostName,
    packet: Packet,
    why: Reason,
    more?: { readonly socket?: SocketId; readonly isRetransmission?: boolean },
  ) => void = notThere;

  /** Lets the calls that wait for a socket try again: at the end of the turn, when all else is done (waiting.ts). */
  wake: (host: HostName, socket: SocketId, why: Reason) => void = notThere;

  /** Ends a call (waiting.ts). */
  finish: (host: HostName, id: CallId, result: CallResult) => void = notThere;
}

function notThere(): never {
  throw new Error("A turn is made by step(), which gives it its hands");
}
