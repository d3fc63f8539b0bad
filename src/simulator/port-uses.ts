/**
 * Who has a port on a host: sockets that have it in the same way are counted together, so that bind() and the choice of
 * an ephemeral port look at a few rows, however many connections a server has.
 */
import * as textMap from "./text-map.ts";
import type { TextMap } from "./text-map.ts";
import type { Host, PortUse, Socket } from "./world.ts";

export function portKey(type: "stream" | "dgram", port: number): string {
  return `${type === "stream" ? "tcp" : "udp"} ${port}`;
}

export function usesOf(host: Host, type: "stream" | "dgram", port: number): readonly PortUse[] {
  return textMap.get(host.ports, portKey(type, port)) ?? [];
}

/** Who has the socket's port besides itself. */
export function usesBesides(host: Host, socket: Socket): readonly PortUse[] {
  const own = useOf(socket);
  if (own === null || socket.type === "raw") return [];
  return usesOf(host, socket.type, socket.local.port).flatMap((use) => {
    if (!isAlike(use, own)) return [use];
    return use.count > 1 ? [{ ...use, count: use.count - 1 }] : [];
  });
}

/** Null for a socket without a port. */
export function useOf(socket: Socket): PortUse | null {
  if (socket.type === "raw" || socket.local.port === 0) return null;
  const isStream = socket.type === "stream";
  return {
    domain: socket.domain,
    v6Only: socket.options.v6Only,
    address: socket.local.address,
    reuseAddress: socket.options.reuseAddress,
    reusePort: socket.options.reusePort,
    user: socket.user,
    isListening: isStream && socket.listener !== null,
    isTimeWait: isStream && socket.state === "TIME-WAIT",
    // What connect() chose is shared with other destinations; what bind() or listen() gave is not.
    isBound: !socket.isPortChosenBySystem || (isStream && socket.peer === null),
    count: 1,
  };
}

/** The table without `before` and with `after`. */
export function moved(
  ports: TextMap<readonly PortUse[]>,
  before: Socket | null,
  after: Socket | null,
): TextMap<readonly PortUse[]> {
  const old = before === null ? null : useOf(before);
  const next = after === null ? null : useOf(after);
  if (
    old !== null &&
    next !== null &&
    isAlike(old, next) &&
    before?.local.port === after?.local.port
  )
    return ports;
  let changed = ports;
  if (old !== null) changed = counted(changed, before, old, -1);
  if (next !== null) changed = counted(changed, after, next, 1);
  return changed;
}

function counted(
  ports: TextMap<readonly PortUse[]>,
  socket: Socket | null,
  use: PortUse,
  by: 1 | -1,
): TextMap<readonly PortUse[]> {
  if (socket === null || socket.type === "raw") return ports;
  const key = portKey(socket.type, socket.local.port);
  const uses = textMap.get(ports, key) ?? [];
  const at = uses.findIndex((other) => isAlike(other, use));
  const count = (uses[at]?.count ?? 0) + by;
  const rest = at === -1 ? uses : uses.toSpliced(at, 1);
  const changed = count > 0 ? [...rest, { ...use, count }] : rest;
  return changed.length === 0 ? textMap.remove(ports, key) : textMap.set(ports, key, changed);
}

function isAlike(one: PortUse, other: PortUse): boolean {
  return (
    one.domain === other.domain &&
    one.v6Only === other.v6Only &&
    one.address === other.address &&
    one.reuseAddress === other.reuseAddress &&
    one.reusePort === other.reusePort &&
    one.user === other.user &&
    one.isListening === other.isListening &&
    one.isTimeWait === other.isTimeWait &&
    one.isBound === other.isBound
  );
}
