/**
 * The wire that joins the hosts: a packet takes the wire's delay, unless a rule or a hand gives it another fate. What a
 * host sends to itself takes no time, but comes in its turn. Where nobody has the address, Linux asks for its neighbour
 * three times, a second apart, then tells the sender itself that the host is unreachable (arp(7): mcast_solicit and
 * retrans_time; RFC 1122 §2.3.2.2). Simplified: one link, no loss but by rule, and neighbours that are there are known.
 */
import { findFate } from "./fate-rules.ts";
import * as intTable from "./int-table.ts";
import { type Packet, addressesOf } from "./packet.ts";
import { type Reason, because } from "./reason.ts";
import { ownerOf } from "./routing.ts";
import type { Turn } from "./turn.ts";
import { isLoopback } from "./wire-address.ts";
import type { WorldEvent } from "./event.ts";
import type { Fate, Flight, HostName, Micros, PacketId, SocketId } from "./world.ts";

const NEIGHBOUR_GIVEN_UP: Micros = 3_000_000;

/** Puts a packet on the wire; a host that is off sends nothing. */
export function transmit(
  turn: Turn,
  host: HostName,
  packet: Packet,
  why: Reason,
  more: { readonly socket?: SocketId; readonly isRetransmission?: boolean } = {},
): void {
  if (!turn.host(host).isUp) return;
  const id = takeId(turn);
  const to = ownerOf(turn.world, host, addressesOf(packet).to);
  turn.note({
    kind: "sent",
    host,
    id,
    packet,
    socket: more.socket ?? null,
    why,
    isRetransmission: more.isRetransmission ?? false,
  });
  const flight: Flight = {
    id,
    packet,
    from: host,
    to,
    sentAt: turn.now,
    arrivesAt: null,
    entry: null,
    copyOf: null,
  };
  if (to !== host && isLoopback(addressesOf(packet).from)) {
    const why = because(
      "RFC 4291 §2.5.3",
      "A packet from a loopback address never leaves its host.",
    );
    return turn.note({ kind: "lost", id, why });
  }
  const fate = findFate(turn, flight);
  if (fate === null) launch(turn, flight, turn.now + travelTime(turn, flight));
  else applyFate(turn, flight, fate);
}

/** What is due: the packet comes out of the wire. The caller hands it to its host. */
export function takeOut(turn: Turn, id: PacketId): Flight | undefined {
  const flight = intTable.get(turn.world.wire.inFlight, id);
  if (flight !== undefined) forget(turn, flight);
  return flight;
}

/** A hand on one packet in the wire; returns a flight that arrives now. */
export function touch(
  turn: Turn,
  { packet, fate }: Extract<WorldEvent, { kind: "touch" }>,
): Flight | undefined {
  const flight = takeOut(turn, packet);
  if (flight === undefined) return undefined;
  switch (fate.kind) {
    case "arrive":
      return flight;
    case "release":
      turn.note({
        kind: "released",
        id: packet,
        why: because("the wire", "It was held back, and may go on now."),
      });
      launch(turn, flight, turn.now + travelTime(turn, flight));
      return undefined;
    default:
      applyFate(turn, flight, fate);
      return undefined;
  }
}

/** The packet's number and flight for one that nobody here sent. */
export function injected(turn: Turn, packet: Packet, to: HostName): Flight {
  return {
    id: takeId(turn),
    packet,
    from: to,
    to,
    sentAt: turn.now,
    arrivesAt: turn.now,
    entry: null,
    copyOf: null,
  };
}

/** For all that was asked of the wire, by a rule or by a hand. */
const ASKED: Readonly<Record<Fate["kind"], Reason>> = {
  drop: because(
    "the wire",
    "The wire was told to lose this packet. Its sender does not hear of it.",
  ),
  delay: because("the wire", "The wire was told to bring this packet later."),
  hold: because("the wire", "The wire was told to keep this packet until it is let go."),
  duplicate: because("the wire", "The wire was told to bring this packet twice."),
};

function applyFate(turn: Turn, flight: Flight, fate: Fate): void {
  const why = ASKED[fate.kind];
  const usual = flight.arrivesAt ?? turn.now + travelTime(turn, flight);
  switch (fate.kind) {
    case "drop":
      turn.note({ kind: "lost", id: flight.id, why });
      return;
    case "delay":
      turn.note({ kind: "delayed", id: flight.id, why });
      launch(turn, flight, usual + fate.by);
      return;
    case "hold":
      turn.note({ kind: "held", id: flight.id, why });
      keep(turn, { ...flight, arrivesAt: null, entry: null });
      return;
    case "duplicate": {
      launch(turn, flight, usual);
      const copy = { ...flight, id: takeId(turn), copyOf: flight.id };
      turn.note({ kind: "doubled", id: copy.id, why });
      launch(turn, copy, usual + fate.after);
      return;
    }
  }
}

function launch(turn: Turn, flight: Flight, arrivesAt: Micros): void {
  const entry = turn.plan(arrivesAt, { kind: "arrival", packet: flight.id });
  keep(turn, { ...flight, arrivesAt, entry });
}

function keep(turn: Turn, flight: Flight): void {
  const { wire } = turn.world;
  const inFlight = intTable.set(wire.inFlight, flight.id, flight);
  turn.world = { ...turn.world, wire: { ...wire, inFlight } };
}

function forget(turn: Turn, flight: Flight): void {
  if (flight.entry !== null) turn.unschedule(flight.entry);
  const { wire } = turn.world;
  const inFlight = intTable.remove(wire.inFlight, flight.id);
  turn.world = { ...turn.world, wire: { ...wire, inFlight } };
}

function travelTime(turn: Turn, { from, to }: Flight): Micros {
  if (to === null) return NEIGHBOUR_GIVEN_UP;
  return from === to ? 0 : turn.world.wire.delay;
}

function takeId(turn: Turn): PacketId {
  const id = turn.world.nextPacket;
  turn.world = { ...turn.world, nextPacket: id + 1 };
  return id;
}
