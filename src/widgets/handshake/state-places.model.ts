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
import type { HostName, Socket, SocketId, StreamSocket } from "#simulator/world";
import { socketName } from "./names.model.ts";

export interface StatePlaces {
  readonly hosts: readonly HostPlace[];
  /** Ready for the diagram, without hosts that have no TCP socket. */
  readonly positions: readonly { readonly label: string; readonly state: TcpState }[];
  readonly visited: readonly TransitionId[];
  /** Why nobody is on the diagram; null where somebody is. */
  readonly nobody: string | null;
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

type StateEffect = Extract<Effect, { kind: "state" }>;

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
    nobody: placed.length > 0 ? null : nobodyWords(timeline, position),
  };
}

function changesUntil({ beats }: Timeline, position: number): readonly StateEffect[] {
  return beats
    .slice(0, position)
    .flatMap(({ effects }) => effects.filter((effect) => effect.kind === "state"));
}

function hostPlace(
  timeline: Timeline,
  position: number,
  host: HostName,
  changes: readonly StateEffect[],
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
  changes: readonly StateEffect[],
): readonly SocketChoice[] {
  const world = worldAt(timeline, position);
  const states = new Map<SocketId, TcpState>();
  for (const change of changes) if (change.host === host) states.set(change.socket, change.to);
  for (const [id, socket] of intTable.entries(
    world.hosts[host]?.sockets ?? intTable.empty<Socket>(),
  ))
    if (socket.type === "stream") states.set(id, socket.state);
  return [...states]
    .map(([socket, state]) => ({
      socket,
      label: socketName(host, socket, ...namedIn(timeline, position, host, socket)),
      state,
    }))
    .toSorted((one, other) => one.socket - other.socket);
}

/** The worlds in which the socket may have its name: a socket that ended has none now. */
function namedIn(timeline: Timeline, position: number, host: HostName, socket: SocketId) {
  for (let at = position; at >= 0; at -= 1) {
    const world = worldAt(timeline, at);
    const found = streamIn(world.hosts[host]?.sockets, socket);
    if (found !== undefined && found.local.port !== 0) return [world];
  }
  return [worldAt(timeline, position)];
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
  changes: readonly StateEffect[],
): SocketChoice | null {
  let best: SocketChoice | null = null;
  let most = -1;
  for (const choice of choices) {
    const count = changes.filter(
      (change) => change.host === host && change.socket === choice.socket,
    ).length;
    // A listener has done what it will do: a connection goes before it.
    const weight = choice.state === "LISTEN" ? 0.5 : count;
    if (weight >= most) [best, most] = [choice, weight];
  }
  return best;
}

/** A connection that a listener made begins with the listener's own way. */
function wayOf(
  timeline: Timeline,
  host: HostName,
  socket: SocketId,
  changes: readonly StateEffect[],
): readonly StateEffect[] {
  const own = changes.filter((change) => change.host === host && change.socket === socket);
  if (own[0]?.from !== "LISTEN") return own;
  const listening = changes.find(
    (change) =>
      change.host === host &&
      change.to === "LISTEN" &&
      change.socket === parentOf(timeline, host, socket),
  );
  return listening === undefined ? own : [listening, ...own];
}

function parentOf({ beats }: Timeline, host: HostName, socket: SocketId): SocketId | null {
  for (const { world } of beats) {
    const found = streamIn(world.hosts[host]?.sockets, socket);
    if (found !== undefined) return found.parent;
  }
  return null;
}

function wayWords(
  host: HostName,
  { label, state }: SocketChoice,
  way: readonly StateEffect[],
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

function nobodyWords(timeline: Timeline, position: number): string {
  const types = new Set(
    Object.values(worldAt(timeline, position).hosts).flatMap((host) =>
      [...intTable.entries(host.sockets)].map(([, socket]) => socket.type),
    ),
  );
  if (types.has("dgram"))
    return "UDP sockets have no states. There is no handshake, no connection and no goodbye: a socket has a port, and datagrams come or do not.";
  if (types.has("raw"))
    return "Raw sockets have no states. They get copies of packets; the kernel keeps no connection for them.";
  return "Nobody has a TCP socket at this moment.";
}
