/**
 * A host's sockets as its kernel has them at one moment, also those that no program has: state, ends, queues, timers,
 * what waits on them. What depends on the socket alone is made once for each of its versions.
 */
import type { TcpState } from "#net/tcp-state";
import * as intTable from "#simulator/int-table";
import { type Timeline, worldAt } from "#simulator/timeline";
import type { CallId } from "#simulator/calls";
import type { Host, HostName, PendingCall, Socket, SocketId } from "#simulator/world";
import { timeText } from "./session.model.ts";
import { kept, keptByName } from "./kept.model.ts";
import { callKey, type LinkKey, socketKey } from "./link-key.ts";
import { processName } from "./process-names.model.ts";
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

export interface SocketFrame extends SocketCard {
  /** "fd 3 of python3, 1000", or why no program has it. */
  readonly holders: string;
  readonly isHeld: boolean;
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

/** What depends on the socket alone. */
export interface SocketCard {
  readonly id: SocketId;
  readonly keys: readonly LinkKey[];
  readonly kind: string;
  /** Null for what is no TCP socket. */
  readonly state: TcpState | null;
  readonly local: string;
  readonly peer: string | null;
  readonly numbers: readonly NumberRow[];
  readonly options: readonly string[];
  /** "ECONNRESET": SO_ERROR, which the next call is told. */
  readonly error: string | null;
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
  const isLinux = world.profile === "linux";
  const holders = holdersOf(timeline, found);
  return {
    isUp: found.isUp,
    sockets: [...intTable.entries(found.sockets)].map(([id, socket]) => {
      const names = holders.get(id) ?? [];
      return {
        ...cards(timeline)(host)(numbers)(socket),
        holders: names.length === 0 ? whyUnheld(found, socket) : names.join("; "),
        isHeld: names.length > 0,
        queues: queuesOf(found, socket, isLinux),
        timers: timersOf(timeline, host, socket, world.now),
        waiting: socket.waiting.flatMap((call) => {
          const pending = intTable.get(found.pending, call);
          return pending === undefined ? [] : [waitingCall(timeline, found, pending, world.now)];
        }),
      };
    }),
  };
}

const cards = kept((timeline: Timeline) =>
  keptByName((host: HostName) =>
    keptByName((numbers: Numbering) =>
      kept((socket: Socket): SocketCard => {
        const settings = timeline.first.hosts[host]?.settings;
        return {
          id: socket.id,
          keys: [socketKey(host, socket.id)],
          kind: kindOf(socket),
          state: socket.type === "stream" ? socket.state : null,
          local: localText(socket),
          peer: peerText(socket),
          numbers: socket.type === "stream" ? numbersOf(socket, numbers) : [],
          options: settings === undefined ? [] : optionsOf(socket, settings),
          error: socket.error,
        };
      }),
    ),
  ),
);

const holdersOf = (timeline: Timeline, host: Host) => holdersByHost(timeline)(host);

const holdersByHost = kept((timeline: Timeline) =>
  kept((host: Host): ReadonlyMap<SocketId, readonly string[]> => {
    const holders = new Map<SocketId, string[]>();
    for (const { pid, command, descriptors } of Object.values(host.processes)) {
      const name = processName(timeline, host.name, { pid, command });
      for (const [fd, id] of intTable.entries(descriptors)) {
        const text = `fd ${fd} of ${name}, ${pid}`;
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
  const name = processName(timeline, host.name, { pid, command });
  const time = now === since ? "" : ` for ${timeText(now - since)}`;
  return { id, keys: [callKey(id)], text: `${call.name}() of ${name} waits${time}` };
}
