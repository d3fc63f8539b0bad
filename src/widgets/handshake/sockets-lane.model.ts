/**
 * A host's sockets as its kernel has them at one moment, also those that no program has: state, ends, queues, timers,
 * what waits on them. A socket of which nothing changes stays the same object.
 */
import type { TcpState } from "#net/tcp-state";
import * as intTable from "#simulator/int-table";
import { type Timeline, worldAt } from "#simulator/timeline";
import type { CallId } from "#simulator/calls";
import type { Host, HostName, Micros, PendingCall, Socket, SocketId } from "#simulator/world";
import { timeText } from "./session.model.ts";
import { kept, keptByName } from "./kept.model.ts";
import { callKey, type LinkKey, socketKey } from "./link-key.ts";
import { shortName } from "./process-names.model.ts";
import type { Numbering } from "./settings.model.ts";
import { type NumberRow, numbersOf, optionsOf } from "./socket-numbers.model.ts";
import { queuesOf, type SocketQueues } from "./socket-queues.model.ts";
import { type TimerFrame, timersOf } from "./socket-timers.model.ts";
import { kindOf, localText, peerText } from "./socket-ends.model.ts";

export interface SocketsFrame {
  readonly isUp: boolean;
  /** In the order they were made. */
  readonly sockets: readonly SocketFrame[];
}

export interface SocketFrame {
  readonly id: SocketId;
  readonly keys: readonly LinkKey[];
  /** "TCP", "UDP", "raw TCP". */
  readonly kind: string;
  /** Null for what is no TCP socket. */
  readonly state: TcpState | null;
  readonly local: string;
  readonly peer: string | null;
  /** "fd 3 of python3 1000", or why no program has it. */
  readonly holders: string;
  readonly isHeld: boolean;
  readonly numbers: readonly NumberRow[];
  readonly options: readonly string[];
  /** "ECONNRESET": SO_ERROR, which the next call is told. */
  readonly error: string | null;
  readonly queues: SocketQueues;
  readonly timers: readonly TimerFrame[];
  readonly waiting: readonly WaitingCall[];
}

export interface WaitingCall {
  readonly id: CallId;
  readonly keys: readonly LinkKey[];
  /** "recv() of python3 waits since 120 ms". */
  readonly text: string;
}

export function socketsFrame(
  timeline: Timeline,
  position: number,
  host: HostName,
  numbers: Numbering,
): SocketsFrame {
  const world = worldAt(timeline, position);
  const found = world.hosts[host];
  if (found === undefined) return { isUp: true, sockets: [] };
  const holders = holdersOf(timeline, found);
  const frames = framesOf(timeline)(host)(numbers);
  return {
    isUp: found.isUp,
    sockets: [...intTable.entries(found.sockets)].map(([id, socket]) => {
      const names = holders.get(id) ?? [];
      const who = names.length > 0 ? names.join("; ") : whyUnheld(found, socket);
      let frame = frames.get(socket);
      if (frame === undefined || frame.holders !== who || dependsOnOthers(socket)) {
        const isHeld = names.length > 0;
        const isLinux = world.profile === "linux";
        frame = { ...frameOf(found, socket, numbers, isLinux), holders: who, isHeld };
        frames.set(socket, frame);
      }
      return atMoment(timeline, found, socket, frame, world.now);
    }),
  };
}

/** What was last made of each version of a socket, without what changes with the clock alone. */
const framesOf = kept((_timeline: Timeline) =>
  keptByName((_host: HostName) =>
    keptByName((_numbers: Numbering) => new WeakMap<Socket, SocketFrame>()),
  ),
);

/** A listener names the peers of those in its queues. */
const dependsOnOthers = (socket: Socket) =>
  socket.type === "stream" &&
  socket.listener !== null &&
  socket.listener.incomplete.length + socket.listener.complete.length > 0;

/** Without holders. */
function frameOf(host: Host, socket: Socket, numbers: Numbering, isLinux: boolean): SocketFrame {
  return {
    id: socket.id,
    keys: [socketKey(host.name, socket.id)],
    kind: kindOf(socket),
    state: socket.type === "stream" ? socket.state : null,
    local: localText(socket),
    peer: peerText(socket),
    holders: "",
    isHeld: false,
    numbers: socket.type === "stream" ? numbersOf(socket, numbers) : [],
    options: optionsOf(socket, host.settings),
    error: socket.error,
    queues: queuesOf(host, socket, isLinux),
    timers: [],
    waiting: [],
  };
}

/** The same object where nothing of it runs or waits. */
function atMoment(
  timeline: Timeline,
  host: Host,
  socket: Socket,
  frame: SocketFrame,
  now: Micros,
): SocketFrame {
  const timers = timersOf(timeline, host.name, socket, now);
  if (timers.length === 0 && socket.waiting.length === 0) return frame;
  const waiting = socket.waiting.flatMap((call) => {
    const pending = intTable.get(host.pending, call);
    return pending === undefined ? [] : [waitingCall(timeline, host, pending, now)];
  });
  return { ...frame, timers, waiting };
}

const holdersOf = (timeline: Timeline, host: Host) => holdersByHost(timeline)(host);

const holdersByHost = kept((timeline: Timeline) =>
  kept((host: Host): ReadonlyMap<SocketId, readonly string[]> => {
    const holders = new Map<SocketId, string[]>();
    for (const { pid, command, descriptors } of Object.values(host.processes)) {
      const name = shortName(timeline, host.name, { pid, command });
      for (const [fd, id] of intTable.entries(descriptors)) {
        const text = `fd ${fd} of ${name} ${pid}`;
        const known = holders.get(id);
        if (known === undefined) holders.set(id, [text]);
        else known.push(text);
      }
    }
    return holders;
  }),
);

function whyUnheld(host: Host, socket: Socket): string {
  if (socket.type !== "stream") return "No program has it.";
  if (socket.state === "TIME-WAIT") return "No program has it. The kernel waits.";
  const parent = socket.parent === null ? undefined : intTable.get(host.sockets, socket.parent);
  const queues = parent?.type === "stream" ? parent.listener : null;
  if (queues?.complete.includes(socket.id)) return "No program has it yet. It waits for accept().";
  return queues?.incomplete.includes(socket.id)
    ? "No program has it yet. The handshake is not complete."
    : "No program has it. The kernel finishes alone.";
}

function waitingCall(
  timeline: Timeline,
  host: Host,
  { id, pid, call, since }: PendingCall,
  now: number,
): WaitingCall {
  const command = host.processes[pid]?.command ?? "";
  const name = shortName(timeline, host.name, { pid, command });
  const time = now === since ? "" : ` for ${timeText(now - since)}`;
  return { id, keys: [callKey(id)], text: `${call.name}() of ${name} waits${time}` };
}
