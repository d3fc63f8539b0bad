/**
 * Every interleaving of a small scenario: two hosts with lists of calls, and a wire that may deliver the packets in
 * flight in order, lose some, double one, let one overtake another. Worlds that differ only in time, in packets'
 * numbers and in where a world came from are one. What is looked for: a way that no table allows, data that nobody
 * sent, an acknowledgment of what was never sent, an end that is not allowed.
 */
import type { TcpState } from "#net/tcp-state";
import { isAllowed } from "./allowed-transitions.ts";
import type { SocketCall } from "./calls.ts";
import type { Effect } from "./effect.ts";
import type { WorldEvent } from "./event.ts";
import * as intTable from "./int-table.ts";
import * as schedule from "./schedule.ts";
import { step } from "./step.ts";
import type { Flight, HostName, StreamSocket, World } from "./world.ts";

export interface Explored {
  readonly start: World;
  /** Each host's calls, made in this order, whenever it likes. */
  readonly calls: Readonly<Record<HostName, readonly SocketCall[]>>;
  readonly drops: number;
  readonly duplicates: number;
  readonly reorderings: number;
  /** Timers that may fire in all: retransmissions. */
  readonly timers: number;
  /** Which ways may be gone. */
  readonly mayGo?: (from: TcpState, to: TcpState) => boolean;
}

export interface Exploration {
  readonly states: number;
  readonly steps: number;
  /** Pairs of states of the two hosts' connections in which nothing more can happen. */
  readonly ends: ReadonlySet<string>;
  readonly transitions: ReadonlySet<string>;
  /** The first few things that must not be, with the way there. */
  readonly faults: readonly string[];
}

interface Place {
  readonly world: World;
  readonly made: Readonly<Record<HostName, number>>;
  readonly drops: number;
  readonly duplicates: number;
  readonly reorderings: number;
  readonly timers: number;
  readonly way: Way | null;
}

interface Way {
  readonly last: string;
  readonly before: Way | null;
}

const MOST_FAULTS = 5;

export function explore(scenario: Explored): Exploration {
  const seen = new Set<string>();
  const ends = new Set<string>();
  const transitions = new Set<string>();
  const faults: string[] = [];
  const made = Object.fromEntries(Object.keys(scenario.calls).map((host) => [host, 0]));
  const { drops, duplicates, reorderings, timers, mayGo = isAllowed } = scenario;
  const open: Place[] = [
    { world: scenario.start, made, drops, duplicates, reorderings, timers, way: null },
  ];
  seen.add(keyOf(open[0]!));
  let steps = 0;
  const look = (place: Place, effects: readonly Effect[]) => {
    for (const fault of faultsOf(place.world, effects, mayGo)) {
      if (faults.length < MOST_FAULTS) faults.push(`${fault}: ${wayOf(place.way)}`);
    }
    for (const effect of effects) {
      if (effect.kind === "state") transitions.add(`${effect.from}>${effect.to}`);
    }
  };
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const nexts = movesOf(place, scenario);
    if (nexts.length === 0) ends.add(endOf(place.world));
    for (const { event, name, change } of nexts) {
      const { world, effects } = step(place.world, event);
      steps += 1;
      const next: Place = { ...place, ...change, world, way: { last: name, before: place.way } };
      look(next, effects);
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(next);
    }
  }
  return { states: seen.size, steps, ends, transitions, faults };
}

interface Move {
  readonly event: WorldEvent;
  readonly name: string;
  readonly change: Partial<Place>;
}

function movesOf(place: Place, { calls }: Explored): readonly Move[] {
  const { world, made } = place;
  const moves: Move[] = [];
  for (const [host, list] of Object.entries(calls)) {
    const call = list[made[host]!];
    const [pid] = Object.keys(world.hosts[host]!.processes).map(Number);
    // A program's next call waits for the one before.
    if (call === undefined || pid === undefined || intTable.size(world.hosts[host]!.pending) > 0)
      continue;
    moves.push({
      event: { kind: "call", host, pid, call },
      name: `${host}.${call.name}`,
      change: { made: { ...made, [host]: made[host]! + 1 } },
    });
  }
  const flights = [...intTable.entries(world.wire.inFlight)].map(([, flight]) => flight);
  for (const direction of new Set(flights.map(({ from, to }) => `${from}>${to}`))) {
    const queue = flights.filter(({ from, to }) => `${from}>${to}` === direction);
    const [first, second] = queue;
    if (first === undefined) continue;
    moves.push(arrival(first, {}));
    if (second !== undefined && place.reorderings > 0)
      moves.push(arrival(second, { reorderings: place.reorderings - 1 }));
    if (place.drops > 0)
      moves.push({
        event: { kind: "touch", packet: first.id, fate: { kind: "drop" } },
        name: `lose ${textOf(first)}`,
        change: { drops: place.drops - 1 },
      });
    if (place.duplicates > 0)
      moves.push({
        event: { kind: "touch", packet: first.id, fate: { kind: "duplicate", after: 1 } },
        name: `double ${textOf(first)}`,
        change: { duplicates: place.duplicates - 1 },
      });
  }
  // Timers are slow: they fire when the wire is empty.
  if (flights.length === 0 && place.timers > 0 && schedule.first(world.schedule) !== undefined)
    moves.push({ event: { kind: "next" }, name: "timer", change: { timers: place.timers - 1 } });
  return moves;
}

function arrival(flight: Flight, change: Partial<Place>): Move {
  return {
    event: { kind: "touch", packet: flight.id, fate: { kind: "arrive" } },
    name: `${textOf(flight)} arrives`,
    change,
  };
}

function textOf({ packet, from }: Flight): string {
  if (packet.kind !== "tcp") return `${from} ${packet.kind}`;
  const flags = Object.entries(packet.flags).flatMap(([flag, on]) =>
    on ? [flag.toUpperCase()] : [],
  );
  return `${from} ${flags.join(",")}${packet.data === "" ? "" : ` ${packet.data}`}`;
}

const wayOf = (way: Way | null): string =>
  way === null ? "" : `${wayOf(way.before)}${way.before === null ? "" : "; "}${way.last}`;

function streams(world: World): readonly (readonly [HostName, StreamSocket])[] {
  return Object.entries(world.hosts).flatMap(([host, { sockets }]) =>
    [...intTable.entries(sockets)].flatMap(([, socket]) =>
      socket.type === "stream" ? [[host, socket] as const] : [],
    ),
  );
}

/** The states that are left: listeners aside. */
function endOf(world: World): string {
  return Object.keys(world.hosts)
    .map((host) => {
      const states = streams(world)
        .filter(([name, { state }]) => name === host && state !== "LISTEN")
        .map(([, { state }]) => state);
      return states.length === 0 ? "-" : states.toSorted().join("+");
    })
    .join(" / ");
}

function faultsOf(
  world: World,
  effects: readonly Effect[],
  mayGo: NonNullable<Explored["mayGo"]>,
): readonly string[] {
  const faults: string[] = [];
  for (const effect of effects) {
    if (effect.kind === "state" && !mayGo(effect.from, effect.to))
      faults.push(`${effect.host} went from ${effect.from} to ${effect.to}`);
  }
  for (const [host, socket] of streams(world)) {
    const fault = faultOf(socket, world);
    if (fault !== null) faults.push(`${host}: ${fault}`);
  }
  return faults;
}

/** What holds in every world, whatever was lost. */
function faultOf({ state, tcb, peer, local }: StreamSocket, world: World): string | null {
  if (tcb === null) return null;
  const sent = distance(tcb.iss, tcb.sndNxt);
  const acknowledged = distance(tcb.iss, tcb.sndUna);
  if (acknowledged > distance(tcb.iss, tcb.sndNxt)) return "more is acknowledged than was sent";
  if (sent < acknowledged) return "SND.NXT is before SND.UNA";
  const other = streams(world).find(
    ([, socket]) =>
      socket.tcb !== null &&
      socket.peer !== null &&
      socket.peer.port === local.port &&
      peer?.port === socket.local.port &&
      socket.tcb.irs === tcb.iss,
  )?.[1];
  const isSynchronised = state !== "SYN-SENT";
  if (other?.tcb && isSynchronised && tcb.irs === other.tcb.iss) {
    if (distance(other.tcb.iss, tcb.rcvNxt) > distance(other.tcb.iss, other.tcb.sndNxt))
      return "it received what the other end never sent";
  }
  return null;
}

const distance = (from: number, to: number) => (to - from) >>> 0;

/** What makes two places one: all but times and numbers of packets. */
function keyOf({ world, made, drops, duplicates, reorderings, timers }: Place): string {
  const sockets = streams(world).map(([host, socket]) => [
    host,
    socket.id,
    socket.state,
    socket.local.port,
    socket.peer?.port ?? 0,
    socket.references,
    socket.error,
    socket.waiting.length,
    socket.listener === null ? null : [socket.listener.incomplete, socket.listener.complete],
    socket.tcb === null ? null : tcbKey(socket.tcb),
  ]);
  const flights = [...intTable.entries(world.wire.inFlight)].map(([, { packet, from }]) =>
    packet.kind === "tcp"
      ? [
          from,
          packet.seq,
          packet.ack,
          Object.values(packet.flags).map(Number).join(""),
          packet.data,
          packet.window === 0,
        ]
      : [from, packet.kind],
  );
  return JSON.stringify([sockets, flights, made, drops, duplicates, reorderings, timers]);
}

function tcbKey(tcb: NonNullable<StreamSocket["tcb"]>): unknown {
  return [
    tcb.sndUna,
    tcb.sndNxt,
    tcb.sndNxt,
    tcb.rcvNxt,
    tcb.sendBuffer,
    tcb.receiveBuffer,
    tcb.reassembly,
    tcb.finWanted,
    tcb.finSeq,
    tcb.finReceived,
    tcb.readShut,
    tcb.isOrphan,
    tcb.retries,
    Object.keys(tcb.timers).toSorted(),
  ];
}
