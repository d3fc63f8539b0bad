/** What became of each packet, gathered from the moments of a run: where it was sent, what was done to it, its end. */
import type { Effect } from "./effect.ts";
import * as intTable from "./int-table.ts";
import { type Packet, addressesOf } from "./packet.ts";
import { type Reason, because } from "./reason.ts";
import { ownerOf } from "./routing.ts";
import * as schedule from "./schedule.ts";
import type { SegmentReport } from "./simulation-report.ts";
import type { SimulationMoment } from "./simulation.ts";
import type { PacketEnding, PacketStory } from "./timeline.ts";
import type { HostName, Micros, PacketId, World } from "./world.ts";

type Changing<T> = { -readonly [Key in keyof T]: T[Key] };
type Story = Changing<Omit<PacketStory, "marks">> & { marks: PacketStory["marks"][number][] };

/** A neighbour is asked for this long (wire.ts). */
const NOBODY_AFTER: Micros = 3_000_000;
const NOBODY = because(
  "arp(7)",
  "No host has the address: its neighbour was asked for three times, and nobody answered.",
);

export class PacketStories {
  readonly #stories = new Map<PacketId, Story>();
  readonly #reportOf: (id: PacketId) => SegmentReport | undefined;

  constructor(reportOf: (id: PacketId) => SegmentReport | undefined) {
    this.#reportOf = reportOf;
  }

  /** As they are now, in the order of their numbers. */
  get told(): readonly PacketStory[] {
    return [...this.#stories.values()]
      .map((story) => ({ ...story, marks: [...story.marks], report: { ...story.report } }))
      .toSorted((one, other) => one.id - other.id);
  }

  get(id: PacketId): PacketStory | undefined {
    return this.#stories.get(id);
  }

  touch(id: PacketId): void {
    const story = this.#stories.get(id);
    if (story !== undefined) story.touched = true;
  }

  /** `before` is the world before the moment, `at` the beat's index. Whether a packet came to an end. */
  see({ event, effects, world }: SimulationMoment, before: World, at: number): boolean {
    if (event.kind === "inject") this.#injected(event.packet, before, at);
    let hasEnded = false;
    for (const effect of effects) hasEnded = this.#effect(effect, before, world, at) || hasEnded;
    const arriving = arrivingIn(event, before);
    const story = arriving === null ? undefined : this.#stories.get(arriving);
    if (story?.end.kind !== "open" || intTable.get(world.wire.inFlight, story.id) !== undefined)
      return hasEnded;
    story.end = { kind: "lost", at: world.now, in: at, why: NOBODY };
    return true;
  }

  #effect(effect: Effect, before: World, world: World, at: number): boolean {
    switch (effect.kind) {
      case "sent":
        this.#sent(effect, world, at);
        return false;
      case "arrived":
        return this.#end(effect.id, { kind: "arrived", at: world.now, in: at });
      case "discarded":
        return this.#end(effect.id, { kind: "discarded", at: world.now, in: at, why: effect.why });
      case "lost": {
        const { id, why } = effect;
        return this.#end(id, { kind: "lost", at: this.#due(id, before, world), in: at, why });
      }
      case "delayed":
      case "held":
      case "released":
        this.#stories.get(effect.id)?.marks.push(effect.kind);
        return false;
      case "doubled":
        this.#doubled(effect.id, effect.why, world, at);
        return false;
      default:
        return false;
    }
  }

  #sent(effect: Extract<Effect, { kind: "sent" }>, world: World, at: number): void {
    const { id, host, packet, socket, why, isRetransmission } = effect;
    const report = this.#reportOf(id);
    if (report === undefined) return;
    const to = ownerOf(world, host, addressesOf(packet).to);
    this.#stories.set(id, {
      id,
      packet,
      from: host,
      to,
      sentAt: world.now,
      sentIn: at,
      end: { kind: "open" },
      marks: [],
      copyOf: null,
      touched: false,
      isRetransmission,
      socket,
      why,
      report,
    });
  }

  #injected(packet: Packet, before: World, at: number): void {
    const id = before.nextPacket;
    const report = this.#reportOf(id);
    if (report === undefined) return;
    const to = ownerOf(before, "", addressesOf(packet).to);
    this.#stories.set(id, {
      id,
      packet,
      from: null,
      to: to === "" ? null : to,
      sentAt: before.now,
      sentIn: at,
      end: { kind: "open" },
      marks: [],
      copyOf: null,
      touched: false,
      isRetransmission: false,
      socket: null,
      why: null,
      report,
    });
  }

  #doubled(id: PacketId, why: Reason, world: World, at: number): void {
    const original = this.#stories.get(intTable.get(world.wire.inFlight, id)?.copyOf ?? -1);
    if (original === undefined) return;
    original.marks.push("doubled");
    const report: SegmentReport = { ...original.report, t: world.now / 1_000_000, fate: "sent" };
    this.#stories.set(id, {
      ...original,
      id,
      sentAt: world.now,
      sentIn: at,
      end: { kind: "open" },
      marks: [],
      copyOf: original.id,
      why,
      report,
    });
  }

  #end(id: PacketId, end: PacketEnding): boolean {
    const story = this.#stories.get(id);
    if (story !== undefined) story.end = end;
    return true;
  }

  /** When it would have arrived; now, where it had no time yet or its time has come. */
  #due(id: PacketId, before: World, { now, wire }: World): Micros {
    const flight = intTable.get(before.wire.inFlight, id);
    if (flight !== undefined) return Math.max(now, flight.arrivesAt ?? now);
    const story = this.#stories.get(id);
    if (story === undefined || story.from === null) return now;
    return now + travelTime(story.from, story.to, wire.delay);
  }
}

const travelTime = (from: HostName, to: HostName | null, delay: Micros): Micros =>
  to === null ? NOBODY_AFTER : from === to ? 0 : delay;

/** The packet that comes out of the wire in this event; null where it is another kind of event. */
function arrivingIn(event: SimulationMoment["event"], before: World): PacketId | null {
  if (event.kind === "touch") return event.fate.kind === "arrive" ? event.packet : null;
  if (event.kind !== "next") return null;
  const due = schedule.first(before.schedule)?.item;
  return due?.kind === "arrival" ? due.packet : null;
}
