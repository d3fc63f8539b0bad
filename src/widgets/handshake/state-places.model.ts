/**
 * Where each host's connection is on the diagram of TCP's states, and which ways it went, up to a position. A host may
 * have several sockets: one is chosen, by a person or as the one where most has happened. A socket that the kernel has
 * dropped stays at CLOSED. Ways that RFC 9293's Figure 5 does not draw, as resets take, are told in words alone.
 */
import type { TcpState } from "#net/tcp-state";
import { type TransitionId, transitionBetween } from "#net/tcp-transitions";
import type { Effect } from "#simulator/effect";
import * as intTable from "#simulator/int-table";
import { type Timeline, worldAt } from "#simulator/timeline";
import type { HostName, Socket, SocketId, StreamSocket, World } from "#simulator/world";
import { kept } from "./kept.model.ts";
import { socketName } from "./names.model.ts";

export interface StatePlaces {
  readonly hosts: readonly HostPlace[];
  /** Ready for the diagram, without hosts that have no TCP socket. */
  readonly positions: readonly { readonly label: string; readonly state: TcpState }[];
  readonly visited: readonly TransitionId[];
  /** Why nobody is on the diagram; null where somebody is. */
  readonly nobody: string | null;
  /** False where there are sockets, and none of TCP: the diagram says nothing of them. */
  readonly isForTcp: boolean;
}

export interface HostPlace {
  readonly host: HostName;
  /** In the order in which they were made. */
  readonly choices: readonly SocketChoice[];
  /** Null where it has none. */
  readonly chosen: SocketChoice | null;
  /** "A: the connection of port 40000 with B:8080 went CLOSED, SYN-SENT and is in ESTABLISHED." */
  readonly sentence: string;
}

export interface SocketChoice {
  readonly socket: SocketId;
  readonly label: string;
  readonly state: TcpState;
}

interface StateChange extends Extract<Effect, { kind: "state" }> {
  /** Of its beat, from 0. */
  readonly index: number;
}

/** Socket numbers by host; a host or a socket that is not there is passed over. */
export type ChosenSockets = Readonly<Record<HostName, SocketId>>;

export function statePlaces(
  timeline: Timeline,
  position: number,
  chosen: ChosenSockets,
): StatePlaces {
  const changes = changesUntil(timeline, position);
  const hosts = Object.keys(timeline.first.hosts).map((host) =>
    hostPlace(timeline, position, host, changes, chosen[host] ?? null),
  );
  const placed = hosts.flatMap(({ host, chosen }) => (chosen === null ? [] : [{ host, chosen }]));
  return {
    hosts,
    positions: placed.map(({ host, chosen }) => ({ label: host, state: chosen.state })),
    visited: [
      ...new Set(
        placed.flatMap(({ host, chosen }) =>
          wayOf(timeline, host, chosen.socket, changes).flatMap(({ from, to }) => {
            const transition = transitionBetween(from, to);
            return transition === null ? [] : [transition.id];
          }),
        ),
      ),
    ],
    ...(placed.length > 0 ? { nobody: null, isForTcp: true } : nobodyThere(timeline, position)),
  };
}

const allChanges = kept(({ beats }: Timeline): readonly StateChange[] =>
  beats.flatMap(({ effects }, index) =>
    effects.flatMap((effect) => (effect.kind === "state" ? [{ ...effect, index }] : [])),
  ),
);

const changesUntil = (timeline: Timeline, position: number): readonly StateChange[] =>
  allChanges(timeline).filter(({ index }) => index < position);

function hostPlace(
  timeline: Timeline,
  position: number,
  host: HostName,
  changes: readonly StateChange[],
  wanted: SocketId | null,
): HostPlace {
  const choices = choicesOf(timeline, position, host, changes);
  const chosen = choices.find(({ socket }) => socket === wanted) ?? usual(choices, host, changes);
  if (chosen === null)
    return { host, choices, chosen, sentence: `${host}: no TCP socket at this moment.` };
  const way = wayOf(timeline, host, chosen.socket, changes);
  return { host, choices, chosen, sentence: wayWords(host, chosen, way) };
}

function choicesOf(
  timeline: Timeline,
  position: number,
  host: HostName,
  changes: readonly StateChange[],
): readonly SocketChoice[] {
  const world = worldAt(timeline, position);
  const found = new Map<SocketId, Omit<SocketChoice, "label"> & { readonly named: World }>();
  for (const { host: whose, socket, to, index } of changes) {
    if (whose !== host) continue;
    // What has ended has lost its port: its name is the one from before.
    const named = to === "CLOSED" ? worldAt(timeline, index) : world;
    found.set(socket, { socket, state: to, named });
  }
  for (const [id, socket] of intTable.entries(
    world.hosts[host]?.sockets ?? intTable.empty<Socket>(),
  )) {
    if (socket.type !== "stream") continue;
    const named = socket.local.port === 0 ? (found.get(id)?.named ?? world) : world;
    found.set(id, { socket: id, state: socket.state, named });
  }
  return [...found.values()]
    .map(({ socket, state, named }) => ({
      socket,
      state,
      label: socketName(host, socket, named, world),
    }))
    .toSorted((one, other) => one.socket - other.socket);
}

function streamIn(
  table: intTable.IntTable<Socket> | undefined,
  id: SocketId,
): StreamSocket | undefined {
  const socket = table === undefined ? undefined : intTable.get(table, id);
  return socket?.type === "stream" ? socket : undefined;
}

/** Where most happened; of several the latest. */
function usual(
  choices: readonly SocketChoice[],
  host: HostName,
  changes: readonly StateChange[],
): SocketChoice | null {
  const counts = new Map<SocketId, number>();
  for (const { host: whose, socket } of changes)
    if (whose === host) counts.set(socket, (counts.get(socket) ?? 0) + 1);
  let best: SocketChoice | null = null;
  let most = -1;
  for (const choice of choices) {
    // A listener has done what it will do: a connection goes before it.
    const weight = choice.state === "LISTEN" ? 0.5 : (counts.get(choice.socket) ?? 0);
    if (weight >= most) [best, most] = [choice, weight];
  }
  return best;
}

/** A connection that a listener made begins with the listener's own way. */
function wayOf(
  timeline: Timeline,
  host: HostName,
  socket: SocketId,
  changes: readonly StateChange[],
): readonly StateChange[] {
  const own = changes.filter((change) => change.host === host && change.socket === socket);
  if (own[0]?.from !== "LISTEN") return own;
  const parent = parentOf(timeline, own[0]);
  const listening = changes.find(
    (change) => change.host === host && change.to === "LISTEN" && change.socket === parent,
  );
  return listening === undefined ? own : [listening, ...own];
}

/** The listener that a connection came from, as the beat left it that made the connection. */
function parentOf({ beats }: Timeline, { host, socket, index }: StateChange): SocketId | null {
  return streamIn(beats[index]?.world.hosts[host]?.sockets, socket)?.parent ?? null;
}

function wayWords(
  host: HostName,
  { label, state }: SocketChoice,
  way: readonly StateChange[],
): string {
  const first = way[0]?.from;
  const states = first === undefined ? [] : [first, ...way.map(({ to }) => to)];
  const before = states.slice(0, -1);
  const strange = way.some(({ from, to }) => transitionBetween(from, to) === null)
    ? " The figure does not draw all of this way: it leaves resets and time limits out."
    : "";
  return before.length === 0
    ? `${host}: ${label} is in ${state}.`
    : `${host}: ${label} is in ${state}, after ${before.join(", ")}.${strange}`;
}

function nobodyThere(
  timeline: Timeline,
  position: number,
): Pick<StatePlaces, "nobody" | "isForTcp"> {
  const types = new Set(
    Object.values(worldAt(timeline, position).hosts).flatMap((host) =>
      [...intTable.entries(host.sockets)].map(([, socket]) => socket.type),
    ),
  );
  if (types.has("dgram"))
    return {
      isForTcp: false,
      nobody:
        "UDP sockets have no states. There is no handshake, no connection and no goodbye: a socket has a port, and datagrams come or do not.",
    };
  if (types.has("raw"))
    return {
      isForTcp: false,
      nobody:
        "Raw sockets have no states. They get copies of packets; the kernel keeps no connection for them.",
    };
  return { isForTcp: true, nobody: "Nobody has a TCP socket at this moment." };
}
