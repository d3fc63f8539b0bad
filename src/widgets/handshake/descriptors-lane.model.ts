/**
 * Each process's table of descriptors at one moment: small numbers, and what each refers to. Sockets that several
 * descriptors refer to say so on each of them (fork(2)); closed descriptors are gone.
 */
import type { TcpState } from "#net/tcp-state";
import * as intTable from "#simulator/int-table";
import { type Timeline, worldAt } from "#simulator/timeline";
import type { Host, HostName, Pid, Socket, SocketId } from "#simulator/world";
import { kept } from "./kept.model.ts";
import { type LinkKey, socketKey } from "./link-key.ts";
import { fullName, shortName } from "./process-names.model.ts";
import { kindOf, localText, peerText } from "./socket-ends.model.ts";

export interface DescriptorsFrame {
  readonly isUp: boolean;
  readonly processes: readonly ProcessFrame[];
}

export interface ProcessFrame {
  readonly pid: Pid;
  /** "python3", "child (python3)". */
  readonly name: string;
  readonly user: string;
  readonly rows: readonly DescriptorRow[];
}

export interface DescriptorRow {
  readonly fd: number;
  readonly keys: readonly LinkKey[];
  /** "TCP", "UDP", "raw TCP". */
  readonly kind: string;
  /** Null for what is no TCP socket. */
  readonly state: TcpState | null;
  readonly local: string;
  readonly peer: string | null;
  /** Other descriptors of the same socket: "4 of child 1001". */
  readonly shared: readonly string[];
}

/** What every process has besides: they refer to a terminal, not to sockets. */
export const STANDARD_DESCRIPTORS = [
  [0, "stdin"],
  [1, "stdout"],
  [2, "stderr"],
] as const;

export function descriptorsFrame(
  timeline: Timeline,
  position: number,
  host: HostName,
): DescriptorsFrame {
  const found = worldAt(timeline, position).hosts[host];
  return found === undefined ? NOTHING : frameOf(timeline)(found);
}

const NOTHING: DescriptorsFrame = { isUp: true, processes: [] };

const frameOf = kept((timeline: Timeline) =>
  kept((host: Host): DescriptorsFrame => {
    const holders = holdersOf(timeline, host);
    return {
      isUp: host.isUp,
      processes: Object.values(host.processes).map(({ pid, command, user, descriptors }) => ({
        pid,
        user,
        name: fullName(timeline, host.name, { pid, command }),
        rows: [...intTable.entries(descriptors)].flatMap(([fd, id]) => {
          const socket = intTable.get(host.sockets, id);
          if (socket === undefined) return [];
          const all = holders.get(id) ?? [];
          const others = all.filter((other) => other.pid !== pid || other.fd !== fd);
          return [rowOf(host.name, fd, socket, others)];
        }),
      })),
    };
  }),
);

interface Holder {
  readonly pid: Pid;
  readonly fd: number;
  readonly name: string;
}

function holdersOf(timeline: Timeline, host: Host): ReadonlyMap<SocketId, readonly Holder[]> {
  const holders = new Map<SocketId, Holder[]>();
  for (const { pid, command, descriptors } of Object.values(host.processes)) {
    const name = shortName(timeline, host.name, { pid, command });
    for (const [fd, id] of intTable.entries(descriptors)) {
      const known = holders.get(id);
      if (known === undefined) holders.set(id, [{ pid, fd, name }]);
      else known.push({ pid, fd, name });
    }
  }
  return holders;
}

/** A row of which nothing changes stays the same object: by the version of its socket, and what is said besides. */
const rows = kept((_socket: Socket) => new Map<string, DescriptorRow>());

function rowOf(
  host: HostName,
  fd: number,
  socket: Socket,
  others: readonly Holder[],
): DescriptorRow {
  const shared = others.map(({ pid, fd: other, name }) => `${other} of ${name} ${pid}`);
  const key = [host, fd, ...shared].join("|");
  const known = rows(socket).get(key);
  if (known !== undefined) return known;
  const row: DescriptorRow = {
    fd,
    keys: [socketKey(host, socket.id)],
    kind: kindOf(socket),
    state: socket.type === "stream" ? socket.state : null,
    local: localText(socket),
    peer: peerText(socket),
    shared,
  };
  rows(socket).set(key, row);
  return row;
}
