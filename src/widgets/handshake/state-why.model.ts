/** How a socket came into the state in which it is at a position. */
import * as intTable from "#simulator/int-table";
import { type Timeline, worldAt } from "#simulator/timeline";
import type { HostName, Socket, SocketId } from "#simulator/world";
import { socketName } from "./names.model.ts";
import type { Selection } from "./selection.ts";
import { clockText } from "./clock-text.ts";
import type { Numbering } from "./settings.model.ts";
import { toldBeat } from "./told-beat.model.ts";
import type { WhyFrame } from "./why-frame.ts";
import { capital } from "./why-titles.model.ts";

type StateSelection = Extract<Selection, { kind: "state" }>;

/** Null where there is no such socket. */
export function stateWhy(
  timeline: Timeline,
  { host, socket, position }: StateSelection,
  numbering: Numbering,
): WhyFrame | null {
  const now = worldAt(timeline, position);
  const entered = lastStateBeat(timeline, host, socket, position);
  const before = entered === null ? timeline.first : worldAt(timeline, entered);
  const found = socketIn(timeline, host, socket, position);
  if (found === undefined && entered === null) return null;
  const name = `${host}: ${socketName(host, socket, now, before)}`;
  if (entered === null) return { title: name, parts: [noStateYet(found)] };
  const beat = timeline.beats[entered]!;
  const state = beat.effects.findLast(
    (effect) => effect.kind === "state" && effect.host === host && effect.socket === socket,
  );
  const to = state?.kind === "state" ? state.to : "CLOSED";
  const told = toldBeat(timeline, entered, numbering);
  const items = told.map(({ key, sentence, reason, keys, selection }) => ({
    key,
    sentence,
    reason,
    keys,
    selection: selection?.kind === "state" && selection.socket === socket ? null : selection,
  }));
  return {
    title: `${capital(name)} is in ${to}`,
    parts: [{ heading: `Since ${clockText(beat.at)}`, items }],
  };
}

function noStateYet(socket: Socket | undefined): WhyFrame["parts"][number] {
  const sentence =
    socket?.type === "stream"
      ? "The socket is CLOSED: it was made, and neither listens nor is connected."
      : "It has no state. Only TCP keeps connections, and with them states.";
  const item = { key: "note", sentence, reason: null, keys: [], selection: null };
  return { heading: null, items: [item] };
}

/** The last beat before the position in which the socket changed its state; null where none did. */
function lastStateBeat(
  { beats }: Timeline,
  host: HostName,
  socket: SocketId,
  position: number,
): number | null {
  for (let index = Math.min(position, beats.length) - 1; index >= 0; index -= 1) {
    const isThere = beats[index]!.effects.some(
      (effect) => effect.kind === "state" && effect.host === host && effect.socket === socket,
    );
    if (isThere) return index;
  }
  return null;
}

function socketIn(
  timeline: Timeline,
  host: HostName,
  socket: SocketId,
  position: number,
): Socket | undefined {
  const table = worldAt(timeline, position).hosts[host]?.sockets;
  return table === undefined ? undefined : intTable.get(table, socket);
}
