/**
 * Gathers from the effects of events what a report tells of a step: what was sent, what returned, what each host saw
 * go by. A segment's fate may still change in a later step, when it turns out that nobody was there to take it.
 */
import type { CallId } from "./calls.ts";
import type { CapturedPacket } from "./capture.ts";
import type { Effect } from "./effect.ts";
import * as intTable from "./int-table.ts";
import type { Packet } from "./packet.ts";
import { RelativeNumbers } from "./relative-numbers.ts";
import { segmentReport } from "./segment-report.ts";
import type {
  CallReport,
  ResultReport,
  SegmentFate,
  SegmentReport,
  StepReport,
} from "./simulation-report.ts";
import type { HostName, PacketId, World } from "./world.ts";

type Changing<T> = { -readonly [Key in keyof T]: T[Key] };

export type Gathered = Pick<StepReport, "segments" | "results" | "notes">;

export class SimulationRecorder {
  readonly numbers = new RelativeNumbers();
  readonly captures: Readonly<Record<HostName, CapturedPacket[]>>;
  readonly #segments = new Map<PacketId, Changing<SegmentReport>>();
  readonly #injected = new Map<PacketId, SegmentReport>();
  readonly #senders = new Map<PacketId, HostName>();
  readonly #calls = new Map<CallId, CallReport>();
  #gathered: { segments: SegmentReport[]; results: ResultReport[]; notes: string[] };

  constructor(hosts: readonly HostName[]) {
    this.captures = Object.fromEntries(hosts.map((name) => [name, []]));
    this.#gathered = { segments: [], results: [], notes: [] };
  }

  /** What happened since the last time. */
  takeGathered(): Gathered {
    const gathered = this.#gathered;
    this.#gathered = { segments: [], results: [], notes: [] };
    return gathered;
  }

  /** The next call of that number is this one of the file; calls that nobody announced are not told of. */
  announce(id: CallId, call: CallReport): void {
    this.#calls.set(id, call);
  }

  note(text: string): void {
    this.#gathered.notes.push(text);
  }

  inject(packet: Packet, world: World): void {
    if (packet.kind === "tcp") this.numbers.notice(packet, { isForged: true });
    const segment = segmentReport(packet, world, this.numbers, {
      at: world.now,
      fate: "injected",
      isRetransmission: false,
      why: null,
    });
    this.#injected.set(world.nextPacket, segment);
    this.#gathered.segments.push(segment);
  }

  /** Its fate may still change. A copy that the wire made has none of its own. */
  segment(id: PacketId): SegmentReport | undefined {
    return this.#segments.get(id) ?? this.#injected.get(id);
  }

  /** `world` is the one that the effects led to. */
  gather(effects: readonly Effect[], world: World): readonly ResultReport[] {
    return effects.flatMap((effect) => this.#gather(effect, world) ?? []);
  }

  waiting(world: World): readonly CallReport[] {
    return Object.values(world.hosts).flatMap(({ pending }) =>
      [...intTable.entries(pending)].flatMap(([id]) => this.#calls.get(id) ?? []),
    );
  }

  #gather(effect: Effect, world: World): ResultReport | undefined {
    switch (effect.kind) {
      case "sent":
        this.#sent(effect, world);
        return undefined;
      case "arrived":
        // On loopback a capture sees each packet once.
        if (this.#senders.get(effect.id) !== effect.host)
          this.captures[effect.host]?.push({
            at: world.now,
            packet: effect.packet,
            direction: "in",
          });
        return undefined;
      case "lost":
      case "delayed":
      case "held":
        this.#decide(effect.id, effect.kind);
        return undefined;
      case "doubled": {
        const copy = intTable.get(world.wire.inFlight, effect.id);
        this.#decide(copy?.copyOf ?? effect.id, "duplicated");
        return undefined;
      }
      case "returned":
        return this.#returned(effect, world);
      default:
        return undefined;
    }
  }

  #sent(effect: Extract<Effect, { kind: "sent" }>, world: World): void {
    const { id, host, packet, isRetransmission, why } = effect;
    if (packet.kind === "tcp") this.numbers.notice(packet);
    const segment = segmentReport(packet, world, this.numbers, {
      at: world.now,
      fate: "sent",
      isRetransmission,
      why,
      sender: host,
    });
    this.#segments.set(id, segment);
    this.#senders.set(id, host);
    this.#gathered.segments.push(segment);
    this.captures[host]?.push({ at: world.now, packet, direction: "out" });
  }

  #decide(id: PacketId, fate: SegmentFate): void {
    const segment = this.#segments.get(id);
    if (segment !== undefined) segment.fate = fate;
  }

  #returned(
    { id, result }: Extract<Effect, { kind: "returned" }>,
    world: World,
  ): ResultReport | undefined {
    const call = this.#calls.get(id);
    if (call === undefined) return undefined;
    const { value, errno, why } = result;
    const report = { ...call, t: world.now / 1_000_000, value, errno, why };
    this.#gathered.results.push(report);
    return report;
  }
}
