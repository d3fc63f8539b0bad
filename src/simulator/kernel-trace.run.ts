/**
 * Replays a recorded trace on the simulator and tells where the two differ. The trace gives what programs call and what
 * becomes of each packet, and when; the simulator gives the rest: packets, results, tables. Times are compared at the
 * scale of retransmission timeouts: a packet may be early or late by a quarter of the time since its host's last one,
 * and the clock follows the simulator's from there.
 */
import { type TraceAddress, callOf, resultOf } from "./kernel-trace-call.ts";
import {
  hexadecimal,
  isSamePacket,
  isSameResult,
  packetText,
  resultText,
  simulated,
  wayText,
  without,
} from "./kernel-trace-compare.ts";
import { filterOf, injected } from "./kernel-trace-input.ts";
import type { TraceHost, TracePacket } from "./kernel-trace-packet.ts";
import { perform } from "./kernel-trace-perform.ts";
import { listedBy, printedEntries, rowsOf, simulatedEntries } from "./kernel-trace-prints.ts";
import { type Unwritten, callUnwritten } from "./kernel-trace-unwritten.ts";
import { type SentPacket, TraceWorld } from "./kernel-trace-world.ts";
import type { TraceStep, TraceStepOf } from "./kernel-trace.ts";
import type { Packet } from "./packet.ts";
import type { HostSettings, Micros, PacketId, World } from "./world.ts";

export interface Difference {
  /** Of the trace's file. */
  readonly line: number;
  /** "packet", "time", a call's name, or the command that printed a table. */
  readonly what: string;
  readonly kernel: string;
  readonly simulator: string;
}

const SLACK = 80_000;

/** What is told while a trace is replayed, whether the two differ or not. */
export interface ReplayWatch {
  /** A tool printed something. */
  readonly printed?: (step: TraceStepOf<"print" | "row">, world: World) => void;
  /** A packet was expected; null where the simulator sent none. `at` is in the trace's time. */
  readonly sent?: (step: TraceStepOf<"sent">, ours: TimedPacket | null) => void;
  /** A call returned, in both. */
  readonly returned?: (step: TraceStepOf<"call">, kernel: string, simulator: string) => void;
}

export interface TimedPacket {
  readonly packet: TracePacket;
  readonly at: Micros;
}

interface ReplayOptions {
  /** Where the world's initial sequence numbers come from; 1 where absent. */
  readonly seed?: number;
  readonly watch?: ReplayWatch;
}

export function replay(
  steps: readonly TraceStep[],
  unwritten: Unwritten = {},
  options: ReplayOptions = {},
): readonly Difference[] {
  return whole(replayInParts(steps, unwritten, options));
}

/** The same a step at a time, for who must not be held up. */
export function replayInParts(
  steps: readonly TraceStep[],
  unwritten: Unwritten = {},
  options: ReplayOptions = {},
): Generator<void, readonly Difference[]> {
  return new Replay(steps, unwritten, options).run();
}

/** What a generator returns in the end. */
export function whole<T>(parts: Generator<void, T>): T {
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}

class Replay {
  readonly #world: TraceWorld;
  readonly #steps: readonly TraceStep[];
  readonly #unwritten: Unwritten;
  readonly #watch: ReplayWatch;
  readonly #differences: Difference[] = [];
  readonly #ids = new Map<number, PacketId>();
  readonly #injected = new Map<number, Packet>();
  readonly #lastSent: Record<TraceHost, number> = { A: 0, B: 0 };
  /** The simulator's time less the trace's. */
  #skew = 0;
  #line = 0;

  constructor(
    steps: readonly TraceStep[],
    unwritten: Unwritten,
    { seed = 1, watch = {} }: ReplayOptions,
  ) {
    this.#world = new TraceWorld(seed);
    this.#steps = steps;
    this.#unwritten = unwritten;
    this.#watch = watch;
  }

  *run(): Generator<void, readonly Difference[]> {
    for (const step of this.#steps) {
      yield;
      this.#line = step.line;
      const before = this.#unwritten.before?.[step.line];
      if (before !== undefined) {
        this.#waitUntil(step.at);
        before(this.#world);
      }
      this.#play(step);
    }
    if (!this.#unwritten.isCut) {
      for (const host of ["A", "B"] as const) this.#extra(this.#world.sent[host]);
    }
    return this.#differences;
  }

  #play(step: TraceStep): void {
    switch (step.kind) {
      case "sysctl":
        this.#waitUntil(step.at);
        this.#set(step.host, step.name, step.value);
        break;
      case "call":
        this.#waitUntil(step.at);
        this.#call(step);
        break;
      case "sent":
        this.#expect(step);
        break;
      case "injected":
        this.#injected.set(step.id, injected(step.packet, step.remark, this.#world.beginnings));
        break;
      case "arrived":
      case "lost":
        this.#waitUntil(step.at);
        this.#touch(step.id, step.kind === "arrived" ? "arrive" : "drop");
        break;
      case "print":
        this.#waitUntil(step.at);
        this.#compareTable(step.host, step.command, step.lines);
        this.#watch.printed?.(step, this.#world.world);
        break;
      case "row":
        this.#waitUntil(step.at);
        this.#compareTable(step.host, "ss -tan", step.row === null ? [] : [step.row]);
        this.#watch.printed?.(step, this.#world.world);
        break;
      case "unknown":
        this.#differ("line", step.text, "not understood");
        break;
      case "title":
      case "setup":
      case "note":
      case "heading":
      case "blank":
      case "program":
      case "pair":
      case "misuse":
      case "tcpdump":
        break;
    }
  }

  #differ(what: string, kernel: string, simulator: string): void {
    this.#differences.push({ line: this.#line, what, kernel, simulator });
  }

  #extra(sent: readonly { readonly packet: Packet }[]): void {
    for (const { packet } of sent) this.#differ("packet", "none", this.#text(packet));
  }

  #text(packet: Packet): string {
    return packetText(simulated(packet, this.#world.beginnings));
  }

  #waitUntil(at: number): void {
    this.#world.waitUntil(at + this.#skew);
  }

  #set(host: TraceHost, name: string, value: string): void {
    const [number = 0, end = 0] = value.split(" ").map(Number);
    const settings: Partial<HostSettings> =
      name === "ip_local_port_range"
        ? { ip_local_port_range: [number, end] }
        : name === "tcp_abort_on_overflow"
          ? { tcp_abort_on_overflow: number === 1 }
          : { [name]: number };
    this.#world.apply({ kind: "setting", host, settings });
  }

  #touch(id: number, fate: "arrive" | "drop"): void {
    const stray = this.#injected.get(id);
    const packet = this.#ids.get(id);
    if (stray !== undefined) {
      this.#world.apply({ kind: "inject", packet: stray });
    } else if (packet === undefined) {
      this.#differ("wire", `#${id}`, "never sent");
    } else {
      this.#world.apply({ kind: "touch", packet, fate: { kind: fate } });
    }
  }

  #expect(step: TraceStepOf<"sent">): void {
    const { id, packet: expected, at } = step;
    const host = expected.kind === "icmp" ? expected.from : expected.from.host;
    const { beginnings } = this.#world;
    const queue = this.#world.sent[host];
    const slack = Math.max(SLACK, (at - this.#lastSent[host]) / 4);
    this.#lastSent[host] = at;
    this.#waitUntil(at);
    const isIt = ({ packet }: SentPacket): boolean =>
      isSamePacket(expected, simulated(packet, beginnings), beginnings);
    const isNear = ({ packet }: SentPacket): boolean =>
      wayText(simulated(packet, beginnings)) === wayText(expected);
    if (!queue.some(isNear)) callUnwritten(this.#world, this.#unwritten, expected);
    this.#world.runUntil(at + this.#skew + slack, () => queue.some(isNear));
    // Of one connection they come in order; what others sent meanwhile may have been written down later.
    const sent = queue.find(isIt) ?? queue.find(isNear);
    if (sent === undefined) {
      this.#differ("packet", packetText(expected), "none");
      this.#watch.sent?.(step, null);
      return;
    }
    const before = queue.slice(0, queue.indexOf(sent)).filter(isNear);
    this.#extra(before);
    this.#world.sent[host] = queue.filter((other) => other !== sent && !before.includes(other));
    this.#ids.set(id, sent.id);
    this.#watch.sent?.(step, {
      packet: simulated(sent.packet, beginnings),
      at: sent.at - this.#skew,
    });
    if (!isIt(sent)) this.#differ("packet", packetText(expected), this.#text(sent.packet));
    if (Math.abs(sent.at - at - this.#skew) > slack) {
      this.#differ("time", seconds(at), seconds(sent.at - this.#skew));
    }
    this.#skew = sent.at - at;
  }

  #call(step: TraceStepOf<"call">): void {
    const { host, text } = step;
    const expected = step.result === null ? null : resultOf(step.result);
    const call = callOf(text);
    if (call === null) {
      this.#differ("call", text, "not understood");
      return;
    }
    const after = this.#steps.filter(({ line }) => line > this.#line);
    const type = this.#unwritten.isUdp ? "dgram" : "stream";
    const actual = perform(this.#world, { host, call, expected, after, type });
    const kernel = call.name === "connect failed" ? call.errno : expected && resultText(expected);
    if (kernel === null) return;
    const given = actual === null ? "nothing" : resultText(actual);
    const simulator =
      expected?.kind === "packet" ? hexadecimal(given) : given.replace(/^"(E[A-Z]+)"$/, "$1");
    if (!isSameResult(call, kernel, simulator)) this.#differ(call.name, kernel, simulator);
    this.#watch.returned?.(step, kernel, simulator);
    if (expected?.kind === "accepted") this.#compareName(host, expected.local);
  }

  #compareName(host: TraceHost, local: TraceAddress): void {
    const accepted = this.#world.programs[host].connection;
    const fd = accepted?.fd ?? -1;
    const kernel = `${local.address}:${local.port}`;
    const simulator = resultText(this.#world.call(host, { name: "getsockname", fd }));
    if (kernel !== simulator) this.#differ("getsockname", kernel, simulator);
  }

  #compareTable(host: TraceHost, command: string, lines: readonly string[]): void {
    if (command === "nft list ruleset") {
      this.#world.apply({ kind: "filter", host, rules: lines.flatMap(filterOf) });
    }
    const listed = listedBy(command);
    if (listed === null) return;
    const kernel = rowsOf(listed, printedEntries(listed, lines));
    const simulator = rowsOf(listed, simulatedEntries(listed, this.#world.entries(host)));
    const what = `${host}$ ${command}`;
    for (const row of without(kernel, simulator)) this.#differ(what, row, "none");
    for (const row of without(simulator, kernel)) this.#differ(what, "none", row);
  }
}

function seconds(micros: number): string {
  return `${(micros / 1e6).toFixed(3)} s`;
}
