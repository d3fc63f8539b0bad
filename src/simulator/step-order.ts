/**
 * When each step of a file is made. Untouched, a step has its nominal time: the sum of the waits before it. When a touch
 * makes something take longer, programs wait, as real ones do: each makes its next call only when its earlier ones have
 * returned, after as long a rest as ever, and is so much later from then on. Where the untouched run had calls of one program wait at once (several
 * threads), they may here too. What no program does (an injected packet, power, a filter, a release) is as late as the
 * latest program, waits for programs that may still come to what stands before it, and goes before all that stands after
 * it; rules for the wire stand at their nominal times.
 */
import type { CallId } from "./calls.ts";
import * as intTable from "./int-table.ts";
import type { FileStep } from "./simulation-file.ts";
import { type CallStep, type Simulation, micros } from "./simulation.ts";
import { whoText } from "./step-words.ts";
import type { Timeline } from "./timeline.ts";
import type { Host, HostName, Micros, World } from "./world.ts";

export type MadeKind = Exclude<FileStep, { kind: "wait" }>;

export interface Chosen {
  readonly at: Micros;
  readonly index: number;
  readonly step: MadeKind;
}

/** What is to be known of the untouched run, by the steps' indices. */
export interface Rehearsal {
  /** By step: earlier calls that still waited when it was made, and so need not return before it. */
  readonly overlaps: ReadonlyMap<number, ReadonlySet<number>>;
  /** When each call returned; none for one that did not. */
  readonly returnedAt: ReadonlyMap<number, Micros>;
}

export function rehearsalOf({ beats, calls }: Pick<Timeline, "beats" | "calls">): Rehearsal {
  const overlaps = new Map<number, ReadonlySet<number>>();
  for (const [at, { step }] of beats.entries()) {
    if (step === null || overlaps.has(step.index)) continue;
    const waiting = calls.filter(
      ({ madeIn, returned }) => madeIn < at && (returned === null || returned.in >= at),
    );
    overlaps.set(step.index, new Set(waiting.map((call) => call.step.index)));
  }
  const returnedAt = new Map(
    calls.flatMap(({ step, returned }) =>
      returned === null ? [] : [[step.index, beats[returned.in]?.at ?? 0] as const],
    ),
  );
  return { overlaps, returnedAt };
}

interface Lane {
  readonly kind: "program" | "wire" | "others" | "all";
  /** Steps that are not made, the next one first. */
  readonly open: number[];
  /** Calls that may still wait. */
  made: { readonly index: number; readonly host: HostName; readonly call: CallId }[];
  /** Calls that have returned, and how much later than in the untouched run. */
  readonly returned: { readonly index: number; readonly late: Micros }[];
  /** Of the step that was made last. */
  lateness: Micros;
}

export class StepOrder {
  /** When the file's last wait is over, nominally. */
  readonly end: Micros;
  readonly #steps: readonly FileStep[];
  readonly #nominal: readonly Micros[];
  readonly #lanes = new Map<string, Lane>();
  readonly #rehearsal: Rehearsal | null;

  /** Without a rehearsal every step is made at its nominal time, whatever waits. */
  constructor(steps: readonly FileStep[], rehearsal: Rehearsal | null) {
    let now = 0;
    this.#nominal = steps.map((step) => (now += step.kind === "wait" ? micros(step.ms) : 0));
    this.end = now;
    this.#steps = steps;
    this.#rehearsal = rehearsal;
    for (const [index, step] of steps.entries())
      if (step.kind !== "wait") this.#laneOf(step).open.push(index);
  }

  /** Of the program that is latest. */
  get lateness(): Micros {
    return Math.max(
      0,
      ...[...this.#lanes.values()].map((lane) => this.#latenessFor(lane, Infinity)),
    );
  }

  /**
   * The step to be made next; null where each waits for something. `mayGoOn` tells whether anything may still free the
   * programs that wait.
   */
  next(simulation: Simulation, mayGoOn: () => boolean): Chosen | null {
    this.#notice(simulation.world);
    let next: Chosen | null = null;
    for (const lane of this.#lanes.values()) {
      const [index] = lane.open;
      const step = index === undefined ? undefined : this.#steps[index];
      if (index === undefined || step === undefined || step.kind === "wait") continue;
      if (this.#waitsFor(lane, index, simulation) !== null) continue;
      const late =
        lane.kind === "others"
          ? Math.max(...[...this.#lanes.values()].map((each) => this.#latenessFor(each, index)))
          : this.#latenessFor(lane, index);
      const at = Math.max(this.#nominal[index]! + late, simulation.world.now);
      if (next !== null && (next.at < at || (next.at === at && next.index < index))) continue;
      if (lane.kind === "others" && this.#isAheadOfPrograms(index, simulation) && mayGoOn())
        continue;
      next = { at, index, step };
    }
    return next;
  }

  /** `call` is its number where it is a call. Gives what else can never be made now, in sentences. */
  made({ index, step }: Chosen, now: Micros, call: CallId): readonly string[] {
    const lane = this.#laneOf(step);
    lane.open.shift();
    if (lane.kind === "all" || lane.kind === "wire") return [];
    lane.lateness = Math.max(lane.lateness, now - this.#nominal[index]!);
    if (step.kind === "call") {
      lane.made.push({ index, host: step.host, call });
      if (step.call.name === "fork" && step.as !== null) {
        const child = this.#lanes.get(laneName(step.host, step.as));
        if (child !== undefined) child.lateness = Math.max(child.lateness, lane.lateness);
      }
    }
    if (step.kind !== "power" || step.isUp) return [];
    return this.#leave(
      (other, at) => other.host === step.host && at < index,
      () => `${step.host}'s power went off before`,
    );
  }

  /** Nothing more will happen: what cannot be made, in sentences. */
  leaveRest(simulation: Simulation): readonly string[] {
    return this.#leave(
      () => true,
      (lane, index) => this.#waitsFor(lane, index, simulation) ?? "the run was over before",
    );
  }

  #leave(
    isLeft: (step: CallStep, index: number) => boolean,
    why: (lane: Lane, index: number) => string,
  ): readonly string[] {
    return [...this.#lanes.values()].flatMap((lane) => {
      const left = lane.open.filter((index) => {
        const step = this.#steps[index];
        return step?.kind === "call" && isLeft(step, index);
      });
      const [first] = left;
      const step = first === undefined ? undefined : this.#steps[first];
      if (first === undefined || step?.kind !== "call") return [];
      const reason = why(lane, first);
      lane.open.splice(0, lane.open.length, ...lane.open.filter((at) => !left.includes(at)));
      const what = `${whoText(step.host, step.process)}'s ${step.call.name}()`;
      const more = left.length - 1;
      const were =
        more === 0 ? "was" : `and ${more} ${more === 1 ? "call" : "calls"} after it were`;
      return [`${what} ${were} left out: ${reason}.`];
    });
  }

  /** Null where it can be made. */
  #waitsFor(lane: Lane, index: number, simulation: Simulation): string | null {
    const step = this.#steps[index];
    if (lane.kind !== "program" || step?.kind !== "call") return null;
    const waiting = this.#waitingCall(lane, index);
    const earlier = waiting === undefined ? undefined : this.#steps[waiting];
    if (earlier?.kind === "call") return `its earlier ${earlier.call.name}() still waits`;
    if (this.#needsOpenStep(step, index)) return "what it needs was not made";
    return simulation.isNameWaiting(step)
      ? `the call that is to give ${step.on} still waits`
      : null;
  }

  /** A child needs its fork(), and every call comes after what no program does and stands before it. */
  #needsOpenStep({ host, process }: CallStep, index: number): boolean {
    for (const lane of this.#lanes.values())
      for (const at of lane.open) {
        const step = this.#steps[at];
        if (at >= index || step === undefined) continue;
        if (lane.kind === "others") return true;
        if (step.kind !== "call" || step.call.name !== "fork") continue;
        if (step.host === host && step.as === process) return true;
      }
    return false;
  }

  /** Whether a program that waits has yet to make a call that stands before this step, or to return from one. */
  #isAheadOfPrograms(index: number, simulation: Simulation): boolean {
    return [...this.#lanes.values()].some((lane) => {
      if (lane.kind !== "program") return false;
      const [first] = lane.open;
      if (first !== undefined && first < index && this.#waitsFor(lane, first, simulation) !== null)
        return true;
      return this.#waitingCall(lane, index) !== undefined;
    });
  }

  /** Takes in which calls have returned: to be asked after each event. */
  #notice({ now, hosts }: World): void {
    for (const lane of this.#lanes.values()) {
      if (lane.made.length === 0) continue;
      const waiting = lane.made.filter(({ host, call }) => isWaiting(hosts[host], call));
      for (const made of lane.made) {
        const usual = this.#rehearsal?.returnedAt.get(made.index);
        if (usual === undefined || waiting.includes(made)) continue;
        lane.returned.push({ index: made.index, late: now - usual });
      }
      lane.made = waiting;
    }
  }

  /** The lane's call that has to return before this step; undefined where there is none. */
  #waitingCall({ made }: Lane, index: number): number | undefined {
    return made.find((call) => this.#goesBefore(call.index, index))?.index;
  }

  /** A program rests as long between two calls as it always does: what came back late makes the next one late. */
  #latenessFor(lane: Lane, index: number): Micros {
    const late = lane.returned.map((each) => (this.#goesBefore(each.index, index) ? each.late : 0));
    return Math.max(lane.lateness, ...late);
  }

  /** Whether the call has to return before the step is made. */
  #goesBefore(call: number, step: number): boolean {
    if (step === Infinity) return true;
    const overlaps = this.#rehearsal?.overlaps.get(step);
    return overlaps !== undefined && call < step && !overlaps.has(call);
  }

  #laneOf(step: MadeKind): Lane {
    const [kind, name] = this.#rehearsal === null ? (["all", "all"] as const) : laneNameOf(step);
    const known = this.#lanes.get(name);
    if (known !== undefined) return known;
    const lane: Lane = { kind, open: [], made: [], returned: [], lateness: 0 };
    this.#lanes.set(name, lane);
    return lane;
  }
}

function laneNameOf(step: MadeKind): readonly [kind: Lane["kind"], name: string] {
  if (step.kind === "call") return ["program", laneName(step.host, step.process)];
  return step.kind === "wire" && step.fate.kind !== "release"
    ? ["wire", "wire"]
    : ["others", "others"];
}

const laneName = (host: HostName, process: string) => `program ${host} ${process}`;

function isWaiting(host: Host | undefined, call: CallId): boolean {
  return host !== undefined && intTable.get(host.pending, call) !== undefined;
}
