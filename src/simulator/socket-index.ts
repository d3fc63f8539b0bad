/** Keeps what packets and bind() look for in step with a host's sockets. */
import { moved } from "./port-uses.ts";
import { lookupKey } from "./socket-lookup.ts";
import * as textMap from "./text-map.ts";
import type { TextMap } from "./text-map.ts";
import type { Host, Socket, SocketId } from "./world.ts";

/** The host's indexes after a socket changed; null before it is there and after it is gone. */
export function indexed(
  { lookup, ports }: Host,
  before: Socket | null,
  after: Socket | null,
): Pick<Host, "lookup" | "ports"> {
  if (before !== null && after !== null && isSameToOthers(before, after)) return { lookup, ports };
  const oldKey = before === null ? null : lookupKey(before);
  const newKey = after === null ? null : lookupKey(after);
  let changed = lookup;
  if (oldKey !== newKey) {
    if (before !== null && oldKey !== null) changed = without(changed, oldKey, before.id);
    if (after !== null && newKey !== null) changed = withId(changed, newKey, after.id);
  }
  return { lookup: changed, ports: moved(ports, before, after) };
}

/** Most changes are of queues and counters: nothing to do, and quick to see. */
function isSameToOthers(before: Socket, after: Socket): boolean {
  if (before.local !== after.local || before.peer !== after.peer) return false;
  if (before.options !== after.options) return false;
  if (before.isPortChosenBySystem !== after.isPortChosenBySystem) return false;
  if (before.type !== "stream" || after.type !== "stream") return before.type === after.type;
  return (
    (before.listener === null) === (after.listener === null) &&
    (before.state === "TIME-WAIT") === (after.state === "TIME-WAIT")
  );
}

function withId(
  lookup: TextMap<readonly SocketId[]>,
  key: string,
  id: SocketId,
): TextMap<readonly SocketId[]> {
  return textMap.set(lookup, key, [...(textMap.get(lookup, key) ?? []), id]);
}

function without(
  lookup: TextMap<readonly SocketId[]>,
  key: string,
  id: SocketId,
): TextMap<readonly SocketId[]> {
  const rest = (textMap.get(lookup, key) ?? []).filter((other) => other !== id);
  return rest.length === 0 ? textMap.remove(lookup, key) : textMap.set(lookup, key, rest);
}
